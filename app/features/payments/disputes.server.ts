import type { Tx } from "#app/platform/db.server.ts";
import type { FulfilReason } from "./fulfil.server.ts";

/** Ends of a dispute that leave the money with us. */
const WON = ["won", "warning_closed", "prevented"];
const SEEN = "seen-by-office";

/**
 * True while something is to be done about a dispute of any payment of an order. `before`: whether that was so; a reading from before
 * the dispute takes nothing back.
 */
export async function underDispute(
  tx: Tx,
  before: boolean,
  charges: { intentId: string; disputed: boolean }[],
  reason: FulfilReason,
): Promise<boolean> {
  if (charges.length === 0) return before;
  const disputed = charges.filter((charge) => charge.disputed);
  for (const { intentId } of disputed.length === 0 && before ? charges : disputed)
    if (!(await disputeOver(tx, intentId, reason))) return true;
  return false;
}

/**
 * True when nothing is left to do about the dispute of a payment: it ended in our favour, or it was lost and the office has
 * looked at it since. Stripe keeps a charge marked as disputed for ever, so the messages in the inbox tell.
 */
async function disputeOver(tx: Tx, intentId: string, reason: FulfilReason): Promise<boolean> {
  const closed = {
    type: "charge.dispute.closed",
    state: { in: ["received", "done"] },
    payload: { path: ["intentId"], equals: intentId },
  };
  if (reason === "office") await tx.stripeEvent.updateMany({ where: { ...closed, state: "done" }, data: { note: SEEN } });
  const rows = await tx.stripeEvent.findMany({ where: closed, select: { payload: true, note: true } });
  return rows.some(({ payload, note }) => note === SEEN || WON.includes((payload as { dispute?: string | null }).dispute ?? ""));
}
