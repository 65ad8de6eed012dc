import type Stripe from "stripe";
import { newId } from "../ids.ts";

const SEVEN_DAYS = 7 * 24 * 3600;

/** A new dispute about a charge. A SEPA buyer's bank decides alone, so there the shop has lost at once. */
export function buildDispute(charge: Stripe.Charge, reason: string, entry: Stripe.BalanceTransaction, now: number): Stripe.Dispute {
  const type = charge.payment_method_details?.type;
  const final = type === "sepa_debit";
  return {
    id: newId("dp"),
    object: "dispute",
    amount: charge.amount,
    balance_transactions: [entry],
    charge: charge.id,
    created: now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: emptyEvidence(),
    evidence_details: {
      due_by: final ? null : now + SEVEN_DAYS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    // A dispute has its own metadata, empty: the order is found through the intent or the charge.
    metadata: {},
    payment_intent: charge.payment_intent as string | null,
    ...(type === "card"
      ? { payment_method_details: { type, card: { brand: "visa", case_type: "chargeback", network: "visa", network_reason_code: "10.4" } } }
      : {}),
    reason,
    status: final ? "lost" : "needs_response",
  };
}

function emptyEvidence(): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null,
    billing_address: null,
    cancellation_policy: null,
    cancellation_policy_disclosure: null,
    cancellation_rebuttal: null,
    customer_communication: null,
    customer_email_address: null,
    customer_name: null,
    customer_purchase_ip: null,
    customer_signature: null,
    duplicate_charge_documentation: null,
    duplicate_charge_explanation: null,
    duplicate_charge_id: null,
    enhanced_evidence: {},
    product_description: null,
    receipt: null,
    refund_policy: null,
    refund_policy_disclosure: null,
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
    uncategorized_file: null,
    uncategorized_text: null,
  };
}
