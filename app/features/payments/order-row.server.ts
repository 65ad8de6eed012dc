import type { Tx } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";

/** What deciding about an order needs. */
export const orderForDeciding = {
  id: true,
  reference: true,
  personId: true,
  buyerName: true,
  buyerEmail: true,
  locale: true,
  company: true,
  companyReference: true,
  vatId: true,
  country: true,
  state: true,
  reviewReason: true,
  disputed: true,
  mode: true,
  currency: true,
  totalCents: true,
  provider: true,
  withdrawalChoice: true,
  withdrawalVersion: true,
  withdrawalText: true,
  withdrawalAt: true,
  createdAt: true,
  paidAt: true,
  lines: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      courseSlug: true,
      editionId: true,
      offerId: true,
      title: true,
      quantity: true,
      unitCents: true,
      totalCents: true,
      vatTreatment: true,
      vatCents: true,
      vatText: true,
      accessMonths: true,
    },
  },
  attempts: { orderBy: { id: "asc" }, select: { id: true, sessionId: true, state: true, expiresAt: true } },
  payments: { orderBy: { id: "asc" }, select: { id: true, sessionId: true, role: true, amountCents: true, method: true } },
} as const satisfies Prisma.OrderSelect;

export type OrderRow = Prisma.OrderGetPayload<{ select: typeof orderForDeciding }>;

/**
 * The order, locked until the transaction ends. The buyer's course is locked first, so that two orders for one course cannot
 * both find it unowned.
 */
export async function lockOrder(tx: Tx, orderId: string): Promise<OrderRow> {
  const glimpse = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { personId: true, lines: { select: { courseSlug: true }, orderBy: { position: "asc" } } },
  });
  for (const slug of [...new Set(glimpse.lines.map((line) => line.courseSlug))].sort()) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`payments:${glimpse.personId ?? orderId}:${slug}`}, 0))`;
  }
  await tx.$executeRaw`select 1 from "order" where id = ${orderId}::uuid for update`;
  return tx.order.findUniqueOrThrow({ where: { id: orderId }, select: orderForDeciding });
}
