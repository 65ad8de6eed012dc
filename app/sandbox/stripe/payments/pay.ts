import { newId } from "../ids.ts";
import type { Sandbox } from "../sandbox.ts";
import { completeSession } from "../sessions/complete.ts";
import type { Attempt, Buyer } from "../sessions/inner.ts";
import { findDocument } from "../store/documents.ts";
import { inTransaction } from "../store/transaction.ts";
import { beginAttempt, lockOpenSession } from "./attempt.ts";
import { refuse, succeed, waitForDebit } from "./finish.ts";

/** How a step of paying ended. `closed`: the session could not be paid (any more). */
export type PayStep =
  | { step: "closed" }
  | { step: "bank" }
  | { step: "refused" }
  /** The buyer answered an attempt that another tab has replaced. */
  | { step: "replaced" }
  | { step: "done"; completedEvent: string };

/** Nothing to pay: the session completes without a PaymentIntent. */
export async function completeFree(sandbox: Sandbox, sessionId: string, buyer: Buyer): Promise<PayStep> {
  return inTransaction(sandbox, async (tx): Promise<PayStep> => {
    const open = await lockOpenSession(tx, sessionId);
    if (open?.session.amount_total !== 0) return { step: "closed" };
    const event = await completeSession(tx, sandbox, open.session, open.inner, buyer, "no_payment_required");
    return { step: "done", completedEvent: event.id };
  });
}

/** The buyer chose how to pay. Cards that need no bank page are decided here and now. */
export async function startPayment(sandbox: Sandbox, sessionId: string, chosen: Omit<Attempt, "id">): Promise<PayStep> {
  const attempt: Attempt = { ...chosen, id: newId("att") };
  return inTransaction(sandbox, async (tx): Promise<PayStep> => {
    const open = await lockOpenSession(tx, sessionId);
    if (!open || open.session.amount_total === 0 || !open.session.payment_method_types.includes(attempt.method)) return { step: "closed" };
    const direct = attempt.method === "card" && attempt.card !== "three-d-secure";
    const intent = await beginAttempt(tx, sandbox, open, attempt, !direct);
    if (!direct) return { step: "bank" };
    if (attempt.card === "declines") {
      await refuse(tx, sandbox, open, intent, attempt);
      return { step: "refused" };
    }
    const event = await succeed(tx, sandbox, open, intent, attempt);
    return { step: "done", completedEvent: event.id };
  });
}

/** The buyer answered at the bank. `attemptId` guards against a page of an attempt that was replaced. */
export async function answerAtBank(sandbox: Sandbox, sessionId: string, attemptId: string | null, approved: boolean): Promise<PayStep> {
  return inTransaction(sandbox, async (tx): Promise<PayStep> => {
    const open = await lockOpenSession(tx, sessionId);
    if (!open) return { step: "closed" };
    const attempt = open.inner.attempt;
    if (!attempt || (attemptId !== null && attempt.id !== attemptId)) return { step: "replaced" };
    const intent = await findDocument(tx, "payment_intent", String(open.session.payment_intent));
    if (!intent) throw new Error(`session ${sessionId} has an attempt without an intent`);
    if (!approved) {
      await refuse(tx, sandbox, open, intent, attempt);
      return { step: "refused" };
    }
    const event =
      attempt.method === "sepa_debit"
        ? await waitForDebit(tx, sandbox, open, intent, attempt)
        : await succeed(tx, sandbox, open, intent, attempt);
    return { step: "done", completedEvent: event.id };
  });
}
