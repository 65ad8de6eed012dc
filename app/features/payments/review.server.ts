import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { type Fulfilled, fulfil } from "./fulfil.server.ts";

/** The office asks to look at Stripe again: an order whose trouble is gone goes on; otherwise it stays. */
export async function recheckOrder(orderId: string, officePersonId: string, now: Date): Promise<Fulfilled> {
  await recordAudit(db, {
    actor: { kind: "office", id: officePersonId },
    action: "payments.recheck-asked",
    subject: { kind: "order", id: orderId },
    now,
  });
  return fulfil(orderId, "office", now);
}

/** The newest reconciliation of each kind, and those of the last rounds that found something. */
export async function reconciliations() {
  const select = { kind: true, startedAt: true, finishedAt: true, looked: true, repaired: true, differences: true } as const;
  const newest = await Promise.all(
    ["open-orders", "nightly"].map((kind) => db.reconciliation.findFirst({ where: { kind }, orderBy: { startedAt: "desc" }, select })),
  );
  const found = await db.reconciliation.findMany({ where: { differences: { not: [] } }, orderBy: { startedAt: "desc" }, take: 20, select });
  return { newest: newest.filter((row) => row !== null), found };
}
