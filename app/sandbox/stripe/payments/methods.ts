import type Stripe from "stripe";

/** The ways to pay that the sandbox plays. */
export const METHODS = ["ideal", "card", "bancontact", "sepa_debit"] as const;
export type Method = (typeof METHODS)[number];

// What a shop in the Netherlands would have switched on in the Dashboard. SEPA only shows when a session asks for it by name.
const SWITCHED_ON: readonly Method[] = ["ideal", "card", "bancontact"];

/** The ways to pay that a session offers: what is switched on, narrowed by what it allows and excludes. */
export function offeredMethods(
  currency: string,
  allowed: readonly string[] | undefined,
  excluded: readonly string[] | undefined,
): Method[] {
  const candidates = allowed ? METHODS.filter((method) => allowed.includes(method)) : SWITCHED_ON;
  return candidates.filter((method) => (currency === "eur" || method === "card") && !excluded?.includes(method));
}

/** What Stripe keeps of a payment, in cents; the sandbox's tariff only has to be plausible. */
export function feeFor(method: Method, amount: number): number {
  return method === "card" ? Math.round(amount * 0.015) + 25 : method === "ideal" ? 29 : 35;
}

/** The method-specific part of a charge. */
export function methodDetails(method: Method, last4: string | null, secured: boolean): Stripe.Charge.PaymentMethodDetails {
  if (method === "ideal") {
    return {
      type: "ideal",
      ideal: {
        bank: "ing",
        bic: "INGBNL2A",
        generated_sepa_debit: null,
        generated_sepa_debit_mandate: null,
        iban_last4: "6789",
        transaction_id: null,
        verified_name: null,
      },
    };
  }
  if (method === "bancontact") {
    return {
      type: "bancontact",
      bancontact: {
        bank_code: "VAPE",
        bank_name: "VAN DE PUT & CO",
        bic: "VAPEBE22",
        generated_sepa_debit: null,
        generated_sepa_debit_mandate: null,
        iban_last4: "7061",
        preferred_language: "nl",
        verified_name: null,
      },
    };
  }
  if (method === "sepa_debit") {
    return {
      type: "sepa_debit",
      sepa_debit: { bank_code: "37040044", branch_code: null, country: "DE", fingerprint: null, last4: last4 ?? "3000", mandate: null },
    };
  }
  return { type: "card", card: cardDetails(last4 ?? "4242", secured) };
}

function cardDetails(last4: string, secured: boolean): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: null,
    authorization_code: null,
    brand: "visa",
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "NL",
    electronic_commerce_indicator: null,
    exp_month: 12,
    exp_year: 2034,
    fingerprint: null,
    funding: "credit",
    installments: null,
    last4,
    mandate: null,
    network: "visa",
    network_transaction_id: null,
    regulated_status: "unregulated",
    three_d_secure: secured
      ? {
          authentication_flow: "challenge",
          electronic_commerce_indicator: "05",
          exemption_indicator: null,
          result: "authenticated",
          result_reason: null,
          transaction_id: null,
          version: "2.2.0",
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  };
}
