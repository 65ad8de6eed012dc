import type Stripe from "stripe";
import { newId, randomText } from "../ids.ts";
import type { Sandbox } from "../sandbox.ts";
import type { SessionInner } from "../sessions/inner.ts";
import { nowSeconds } from "../store/clock.ts";
import { findDocument, insertDocument, saveDocument } from "../store/documents.ts";
import type { Tx } from "../store/transaction.ts";
import { BY_ITSELF, emit } from "../webhooks/emit.ts";

/** The session's PaymentIntent; made at the first attempt and used for every later one. */
export async function intentFor(
  tx: Tx,
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  inner: SessionInner,
): Promise<Stripe.PaymentIntent> {
  if (typeof session.payment_intent === "string") {
    const found = await findDocument(tx, "payment_intent", session.payment_intent);
    if (found) return found;
  }
  const intent = buildIntent(session, inner, await nowSeconds(tx));
  await insertDocument(tx, "payment_intent", intent);
  await emit(tx, sandbox, "payment_intent.created", intent, BY_ITSELF);
  return intent;
}

/** Stores a changed intent and tells about it. */
export async function changeIntent(tx: Tx, sandbox: Sandbox, intent: Stripe.PaymentIntent, event: string): Promise<void> {
  await saveDocument<"payment_intent">(tx, intent);
  await emit(tx, sandbox, event, intent, BY_ITSELF);
}

function buildIntent(session: Stripe.Checkout.Session, inner: SessionInner, now: number): Stripe.PaymentIntent {
  const id = newId("pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: { allow_redirects: "always", enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_${randomText(24)}`,
    confirmation_method: "automatic",
    created: now,
    currency: session.currency ?? "eur",
    customer: typeof session.customer === "string" ? session.customer : null,
    customer_account: null,
    description: inner.intentData.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    // Only what was asked for in payment_intent_data: session metadata does not flow down.
    metadata: inner.intentData.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: { id: "pmc_1SandboxKring", parent: null },
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: inner.intentData.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: inner.intentData.suffix,
    status: "requires_payment_method",
    transfer_group: null,
  };
}
