import type Stripe from "stripe";
import { METHODS, type Method } from "../payments/methods.ts";
import type { Buyer, CardKind } from "../sessions/inner.ts";
import type { Texts } from "./texts.ts";

/** The form as it was sent: names to text. */
export type Sent = Record<string, string>;
type ErrorName = keyof Texts["errors"];

/** A form that can be carried out, or the names of what is wrong with it. */
export type Filled =
  | { ok: true; buyer: Buyer; method: Method | null; card?: CardKind; last4: string | null; iban?: string }
  | { ok: false; errors: ErrorName[] };

const CARDS: Record<string, CardKind> = {
  "4242424242424242": "works",
  "4000002760003184": "three-d-secure",
  "4000000000000002": "declines",
  "4000000000000259": "disputes",
};

/** Reads what the buyer sent. Fields of ways to pay that were not chosen are ignored. */
export function readForm(session: Stripe.Checkout.Session, sent: Sent, now: Date): Filled {
  const errors: ErrorName[] = [];
  const text = (name: string) => (sent[name] ?? "").trim();
  const need = (ok: boolean, name: ErrorName) => void (ok || errors.push(name));
  const email = session.customer_details?.email ?? text("email");
  const method =
    session.amount_total === 0 ? null : (METHODS.find((one) => one === sent.method && session.payment_method_types.includes(one)) ?? null);
  const digits = text("number").replace(/\D/g, "");
  const iban = text("iban").replace(/\s/g, "").toUpperCase();
  const withAddress = session.billing_address_collection === "required";

  need(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email), "email");
  need(text("name") !== "" || session.amount_total === 0, "name");
  need(!withAddress || ["line1", "postal_code", "city"].every((name) => text(name) !== ""), "address");
  need(method !== null || session.amount_total === 0, "method");
  if (method === "card") {
    need(digits in CARDS, "number");
    need(inFuture(text("expiry"), now), "expiry");
    need(/^\d{3,4}$/.test(text("cvc")), "cvc");
  }
  if (method === "sepa_debit") need(isIban(iban), "iban");
  need(session.consent_collection?.terms_of_service !== "required" || sent.terms === "yes", "terms");
  if (errors.length > 0) return { ok: false, errors };

  const address: Stripe.Address = {
    city: text("city") || null,
    country: text("country") || "NL",
    line1: text("line1") || null,
    line2: null,
    postal_code: text("postal_code") || null,
    state: null,
  };
  const buyer: Buyer = {
    email,
    name: text("name") || null,
    businessName: text("business_name") || null,
    taxId: text("tax_id") || null,
    address,
  };
  const card = CARDS[digits];
  return {
    ok: true,
    buyer,
    method,
    last4: method === "card" ? digits.slice(-4) : method === "sepa_debit" ? iban.slice(-4) : null,
    ...(method === "card" && card ? { card } : {}),
    ...(method === "sepa_debit" ? { iban } : {}),
  };
}

function inFuture(expiry: string, now: Date): boolean {
  const [, month = "", year = ""] = /^(0[1-9]|1[0-2])\s*\/\s*(\d{2})$/.exec(expiry) ?? [];
  return month !== "" && new Date(Date.UTC(2000 + Number(year), Number(month), 1)) > now;
}

// ISO 13616: move the first four signs to the end, letters become numbers, the remainder by 97 is 1.
function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
