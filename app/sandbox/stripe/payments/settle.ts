import type Stripe from "stripe";
import { missing, refused } from "../http/errors.ts";
import type { Sandbox } from "../sandbox.ts";
import { findDocument, lockDocument, saveDocument } from "../store/documents.ts";
import { dropTimers } from "../store/timers.ts";
import type { Tx } from "../store/transaction.ts";
import { BY_ITSELF, emit } from "../webhooks/emit.ts";
import { bookCharge } from "./finish.ts";
import { changeIntent } from "./intent.ts";

/** Decides a SEPA debit that is under way. Refuses when the session is not complete and unpaid. */
export async function settleDebit(
  tx: Tx,
  sandbox: Sandbox,
  sessionId: string,
  outcome: "succeed" | "fail",
): Promise<Stripe.Checkout.Session> {
  // Timers before the document, in the order of the worker that carries one out: otherwise each could wait for the other.
  await dropTimers(tx, sessionId);
  const held = await lockDocument(tx, "checkout.session", sessionId);
  if (!held) throw missing("checkout.session", sessionId, "session");
  const intent = await findDocument(tx, "payment_intent", String(held.body.payment_intent));
  if (held.body.status !== "complete" || held.body.payment_status !== "unpaid" || intent?.status !== "processing") {
    throw refused("Only a session that is complete, unpaid and processing can be settled.");
  }
  const charge = await findDocument(tx, "charge", String(intent.latest_charge));
  if (!charge) throw new Error(`intent ${intent.id} has no charge`);
  if (outcome === "succeed") {
    await bookCharge(tx, sandbox, charge, intent, "sepa_debit");
    const paid: Stripe.Checkout.Session = { ...held.body, payment_status: "paid" };
    await saveDocument<"checkout.session">(tx, paid);
    await emit(tx, sandbox, "checkout.session.async_payment_succeeded", paid, BY_ITSELF);
    return paid;
  }
  await failCharge(tx, sandbox, charge, intent);
  await emit(tx, sandbox, "checkout.session.async_payment_failed", held.body, BY_ITSELF);
  return held.body;
}

async function failCharge(tx: Tx, sandbox: Sandbox, charge: Stripe.Charge, intent: Stripe.PaymentIntent): Promise<void> {
  const message = "The customer's account has insufficient funds to cover this payment.";
  const failed: Stripe.Charge = { ...charge, status: "failed", paid: false, failure_code: "insufficient_funds", failure_message: message };
  await saveDocument<"charge">(tx, failed);
  await emit(tx, sandbox, "charge.failed", failed, BY_ITSELF);
  await changeIntent(
    tx,
    sandbox,
    {
      ...intent,
      status: "requires_payment_method",
      last_payment_error: { type: "invalid_request_error", code: "payment_intent_payment_attempt_failed", message, charge: charge.id },
    },
    "payment_intent.payment_failed",
  );
}
