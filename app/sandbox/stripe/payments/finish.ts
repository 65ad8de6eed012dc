import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";
import { completeSession, customerFor } from "../sessions/complete.ts";
import type { Attempt } from "../sessions/inner.ts";
import { nowMs, nowSeconds } from "../store/clock.ts";
import { insertDocument, saveDocument } from "../store/documents.ts";
import { planTimer } from "../store/timers.ts";
import type { Tx } from "../store/transaction.ts";
import { BY_ITSELF, emit, type StoredEvent } from "../webhooks/emit.ts";
import type { OpenSession } from "./attempt.ts";
import { book } from "./balance.ts";
import { buildCharge } from "./charge.ts";
import { changeIntent } from "./intent.ts";
import { feeFor, type Method } from "./methods.ts";

const FIVE_DAYS_MS = 5 * 24 * 3600 * 1000;
/** Stripe's documented account number whose debit fails. */
export const FAILING_IBAN = "DE62370400440532013001";

/** The money came: charge, intent and session say so, in that order. Returns the `completed` event. */
export async function succeed(
  tx: Tx,
  sandbox: Sandbox,
  open: OpenSession,
  started: Stripe.PaymentIntent,
  attempt: Attempt,
): Promise<StoredEvent> {
  const intent = await knowCustomer(tx, sandbox, open, started, attempt);
  const charge = buildCharge(intent, attempt, "succeeded", await nowSeconds(tx));
  await insertDocument(tx, "charge", charge);
  await bookCharge(tx, sandbox, charge, intent, attempt.method);
  if (attempt.card === "disputes") await planTimer(tx, "dispute", charge.id, (await nowMs(tx)) + 1000);
  return completeSession(tx, sandbox, open.session, open.inner, attempt.buyer, "paid");
}

/** Books a charge that succeeded, now or days after a SEPA mandate, and closes its intent. */
export async function bookCharge(
  tx: Tx,
  sandbox: Sandbox,
  charge: Stripe.Charge,
  intent: Stripe.PaymentIntent,
  method: Method,
): Promise<void> {
  const entry = await book(tx, {
    type: method === "card" ? "charge" : "payment",
    amount: charge.amount,
    fee: feeFor(method, charge.amount),
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
  });
  const paid: Stripe.Charge = {
    ...charge,
    status: "succeeded",
    paid: true,
    captured: true,
    amount_captured: charge.amount,
    balance_transaction: entry.id,
  };
  await saveDocument<"charge">(tx, paid);
  await emit(tx, sandbox, "charge.succeeded", paid, BY_ITSELF);
  await changeIntent(
    tx,
    sandbox,
    { ...intent, status: "succeeded", amount_received: charge.amount, latest_charge: charge.id, next_action: null, processing: null },
    "payment_intent.succeeded",
  );
}

/** The buyer or the bank said no: the session stays open for another try. Only a card leaves a failed charge behind. */
export async function refuse(tx: Tx, sandbox: Sandbox, open: OpenSession, intent: Stripe.PaymentIntent, attempt: Attempt): Promise<void> {
  const declined = attempt.method === "card" && attempt.card !== "three-d-secure";
  let latestCharge = intent.latest_charge;
  if (declined) {
    const charge = buildCharge(intent, attempt, "failed", await nowSeconds(tx));
    await insertDocument(tx, "charge", charge);
    await emit(tx, sandbox, "charge.failed", charge, BY_ITSELF);
    latestCharge = charge.id;
  }
  const code = declined
    ? "card_declined"
    : attempt.method === "card"
      ? "payment_intent_authentication_failure"
      : "payment_intent_payment_attempt_failed";
  const error: Stripe.PaymentIntent.LastPaymentError = {
    type: declined ? "card_error" : "invalid_request_error",
    code,
    message: declined ? "Your card was declined." : "The customer did not approve the payment.",
    ...(declined ? { decline_code: "generic_decline", charge: String(latestCharge) } : {}),
  };
  await saveDocument<"checkout.session">(tx, open.session, { ...open.inner, attempt: null });
  await changeIntent(
    tx,
    sandbox,
    {
      ...intent,
      status: "requires_payment_method",
      latest_charge: latestCharge,
      last_payment_error: error,
      next_action: null,
      payment_method: null,
    },
    "payment_intent.payment_failed",
  );
}

/** A SEPA mandate was given: complete but unpaid, with the result five days later unless somebody decides earlier. */
export async function waitForDebit(
  tx: Tx,
  sandbox: Sandbox,
  open: OpenSession,
  started: Stripe.PaymentIntent,
  attempt: Attempt,
): Promise<StoredEvent> {
  const intent = await knowCustomer(tx, sandbox, open, started, attempt);
  const charge = buildCharge(intent, attempt, "pending", await nowSeconds(tx));
  await insertDocument(tx, "charge", charge);
  await emit(tx, sandbox, "charge.pending", charge, BY_ITSELF);
  await changeIntent(
    tx,
    sandbox,
    { ...intent, status: "processing", latest_charge: charge.id, next_action: null },
    "payment_intent.processing",
  );
  const fails = attempt.iban?.replaceAll(" ", "").toUpperCase() === FAILING_IBAN;
  await planTimer(tx, fails ? "settle-fail" : "settle-succeed", open.session.id, (await nowMs(tx)) + FIVE_DAYS_MS);
  return completeSession(tx, sandbox, open.session, open.inner, attempt.buyer, "unpaid");
}

// A guest becomes a customer when the payment is accepted, not when it is tried.
async function knowCustomer(
  tx: Tx,
  sandbox: Sandbox,
  open: OpenSession,
  intent: Stripe.PaymentIntent,
  attempt: Attempt,
): Promise<Stripe.PaymentIntent> {
  const customer = await customerFor(tx, sandbox, open.session, attempt.buyer);
  open.session = { ...open.session, customer };
  return { ...intent, customer };
}
