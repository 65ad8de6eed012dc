import type Stripe from "stripe";
import { newId } from "../ids.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Attempt, SessionInner } from "../sessions/inner.ts";
import { nowMs } from "../store/clock.ts";
import { lockDocument, saveDocument } from "../store/documents.ts";
import type { Tx } from "../store/transaction.ts";
import { changeIntent, intentFor } from "./intent.ts";

/** An open session, locked, with its intent and its running attempt. */
export interface OpenSession {
  session: Stripe.Checkout.Session;
  inner: SessionInner;
}

/** Locks a session for payment. Null when it cannot be paid (any more): already complete, expired, or out of time. */
export async function lockOpenSession(tx: Tx, id: string): Promise<OpenSession | null> {
  const held = await lockDocument(tx, "checkout.session", id);
  if (held?.body.status !== "open" || held.body.expires_at * 1000 <= (await nowMs(tx))) return null;
  return { session: held.body, inner: held.inner };
}

/** Starts an attempt: from here on the session has a PaymentIntent. A card that needs no bank page goes on at once. */
export async function beginAttempt(
  tx: Tx,
  sandbox: Sandbox,
  open: OpenSession,
  attempt: Attempt,
  atBank: boolean,
): Promise<Stripe.PaymentIntent> {
  const made = await intentFor(tx, sandbox, open.session, open.inner);
  const intent: Stripe.PaymentIntent = {
    ...made,
    last_payment_error: null,
    payment_method: newId("pm"),
    next_action: atBank ? bankRedirect(sandbox, open.session) : null,
    status: atBank ? "requires_action" : "processing",
  };
  open.session = { ...open.session, payment_intent: intent.id };
  open.inner = { ...open.inner, attempt, lastBuyer: attempt.buyer };
  await saveDocument<"checkout.session">(tx, open.session, open.inner);
  if (atBank) await changeIntent(tx, sandbox, intent, "payment_intent.requires_action");
  else await saveDocument<"payment_intent">(tx, intent);
  return intent;
}

function bankRedirect(sandbox: Sandbox, session: Stripe.Checkout.Session): Stripe.PaymentIntent.NextAction {
  const page = `${sandbox.options.origin}/c/pay/${session.id}`;
  return { type: "redirect_to_url", redirect_to_url: { return_url: page, url: `${page}/bank` } };
}
