import type Stripe from "stripe";
import { newId } from "../ids.ts";
import type { Attempt } from "../sessions/inner.ts";
import { methodDetails } from "./methods.ts";

/** A charge for one attempt. Anything but a card gets a `py_` id, so that nobody learns to expect `ch_`. */
export function buildCharge(
  intent: Stripe.PaymentIntent,
  attempt: Attempt,
  status: "succeeded" | "pending" | "failed",
  now: number,
): Stripe.Charge {
  const { method, buyer } = attempt;
  const failed = status === "failed";
  return {
    id: newId(method === "card" ? "ch" : "py"),
    object: "charge",
    amount: intent.amount,
    amount_captured: status === "succeeded" ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: buyer.address, email: buyer.email, name: buyer.name, phone: null, tax_id: null },
    calculated_statement_descriptor: "KRING",
    captured: status === "succeeded",
    created: now,
    currency: intent.currency,
    customer: intent.customer as string | null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failed ? "card_declined" : null,
    failure_message: failed ? "Your card was declined." : null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: failed
      ? {
          advice_code: null,
          network_advice_code: null,
          network_decline_code: null,
          network_status: "declined_by_network",
          reason: "generic_decline",
          seller_message: "The bank did not return any further details with this decline.",
          type: "issuer_declined",
        }
      : {
          advice_code: null,
          network_advice_code: null,
          network_decline_code: null,
          network_status: "approved_by_network",
          reason: null,
          risk_level: method === "card" ? "normal" : "not_assessed",
          seller_message: "Payment complete.",
          type: "authorized",
        },
    paid: status !== "failed",
    payment_intent: intent.id,
    payment_method: intent.payment_method as string | null,
    payment_method_details: methodDetails(method, attempt.last4, attempt.card === "three-d-secure"),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status,
    transfer_data: null,
    transfer_group: null,
  };
}
