import type Stripe from "stripe";
import { missing, refused } from "../http/errors.ts";
import { book } from "../payments/balance.ts";
import type { Sandbox } from "../sandbox.ts";
import { lockDocument, saveDocument } from "../store/documents.ts";
import { dropTimers } from "../store/timers.ts";
import type { Tx } from "../store/transaction.ts";
import { BY_ITSELF, emit } from "../webhooks/emit.ts";

/** Decides a refund that is pending; a refund that already succeeded can still fail, as at a closed bank account. */
export async function settleRefund(tx: Tx, sandbox: Sandbox, id: string, outcome: "succeed" | "fail"): Promise<Stripe.Refund> {
  // Timers before the document, as the worker does: otherwise each could wait for the other.
  await dropTimers(tx, id);
  const held = await lockDocument(tx, "refund", id);
  if (!held) throw missing("refund", id, "refund");
  const { pending_reason: _, ...refund } = held.body;
  if (refund.status === "failed" || (refund.status === "succeeded" && outcome === "succeed")) {
    throw refused(`Refund ${id} is already ${refund.status}.`);
  }
  const settled: Stripe.Refund = outcome === "succeed" ? { ...refund, status: "succeeded" } : await fail(tx, refund);
  await saveDocument<"refund">(tx, settled);
  await emit(tx, sandbox, "refund.updated", settled, BY_ITSELF, { status: held.body.status });
  if (outcome === "fail") await emit(tx, sandbox, "refund.failed", settled, BY_ITSELF);
  return settled;
}

async function fail(tx: Tx, refund: Stripe.Refund): Promise<Stripe.Refund> {
  const charge = await lockDocument(tx, "charge", String(refund.charge));
  if (!charge) throw new Error(`refund ${refund.id} has no charge`);
  const back = await book(tx, {
    type: "refund_failure",
    amount: refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
    description: "REFUND FAILURE",
  });
  await saveDocument<"charge">(tx, { ...charge.body, amount_refunded: charge.body.amount_refunded - refund.amount, refunded: false });
  return { ...refund, status: "failed", failure_reason: "expired_or_canceled_card", failure_balance_transaction: back.id };
}
