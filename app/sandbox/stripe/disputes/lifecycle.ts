import type Stripe from "stripe";
import { missing, refused } from "../http/errors.ts";
import { book } from "../payments/balance.ts";
import type { Sandbox } from "../sandbox.ts";
import { nowSeconds } from "../store/clock.ts";
import { insertDocument, lockDocument, saveDocument } from "../store/documents.ts";
import type { Tx } from "../store/transaction.ts";
import { type Cause, emit } from "../webhooks/emit.ts";
import { buildDispute } from "./build.ts";

const DISPUTE_FEE = 2000;
const OPEN = ["needs_response", "under_review"];

/** The buyer's bank takes the money back. Also possible after a refund, as in life. */
export async function openDispute(tx: Tx, sandbox: Sandbox, chargeId: string, reason: string, cause: Cause): Promise<Stripe.Dispute> {
  const held = await lockDocument(tx, "charge", chargeId);
  if (!held) throw missing("charge", chargeId, "charge");
  if (held.body.status !== "succeeded") throw refused(`Charge ${chargeId} was never paid, so it cannot be disputed.`);
  if (held.body.disputed) throw refused(`Charge ${chargeId} is already disputed.`);
  const entry = await book(tx, {
    type: "adjustment",
    amount: -held.body.amount,
    fee: DISPUTE_FEE,
    currency: held.body.currency,
    source: chargeId,
    description: `Chargeback withdrawal for ${chargeId}`,
  });
  const dispute = buildDispute(held.body, reason, entry, await nowSeconds(tx));
  await insertDocument(tx, "dispute", dispute);
  await saveDocument<"charge">(tx, { ...held.body, disputed: true });
  await emit(tx, sandbox, "charge.dispute.created", dispute, cause);
  await emit(tx, sandbox, "charge.dispute.funds_withdrawn", dispute, cause);
  if (dispute.status === "lost") await emit(tx, sandbox, "charge.dispute.closed", dispute, cause);
  return dispute;
}

/** Moves an open dispute on: to review, or to one of its ends. A win or a prevention brings the money back. */
export async function moveDispute(
  tx: Tx,
  sandbox: Sandbox,
  id: string,
  to: "under_review" | "won" | "lost" | "prevented",
  cause: Cause,
): Promise<Stripe.Dispute> {
  const held = await lockDocument(tx, "dispute", id);
  if (!held) throw missing("dispute", id, "dispute");
  if (!OPEN.includes(held.body.status)) throw refused(`Dispute ${id} is already closed as ${held.body.status}.`);
  const won = to === "won" || to === "prevented";
  const back = won
    ? [
        await book(tx, {
          type: "adjustment",
          amount: held.body.amount,
          fee: to === "won" ? -DISPUTE_FEE : 0,
          currency: held.body.currency,
          source: String(held.body.charge),
          description: `Chargeback reversal for ${String(held.body.charge)}`,
        }),
      ]
    : [];
  const dispute: Stripe.Dispute = {
    ...held.body,
    status: to,
    balance_transactions: [...held.body.balance_transactions, ...back],
    is_charge_refundable: won,
    evidence_details: {
      ...held.body.evidence_details,
      ...(to === "under_review" ? { has_evidence: true, submission_count: 1, submission_method: "manual" as const } : {}),
    },
  };
  await saveDocument<"dispute">(tx, dispute);
  if (to === "under_review") {
    await emit(tx, sandbox, "charge.dispute.updated", dispute, cause, { status: held.body.status });
    return dispute;
  }
  await emit(tx, sandbox, "charge.dispute.closed", dispute, cause);
  if (won) await emit(tx, sandbox, "charge.dispute.funds_reinstated", dispute, cause);
  return dispute;
}
