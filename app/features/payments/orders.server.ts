import { db, type Tx } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { sellerOf } from "./letters.server.ts";
import { reviewWords } from "./review-words.ts";
import { accessStart } from "./withdrawal.ts";

const rowSelect = {
  reference: true,
  state: true,
  mode: true,
  currency: true,
  totalCents: true,
  createdAt: true,
  paidAt: true,
  lines: { orderBy: { position: "asc" }, select: { title: true, courseSlug: true } },
} as const satisfies Prisma.OrderSelect;

/** A person's own orders, newest first. An abandoned one is not an order they made. */
export async function ordersOf(personId: string) {
  return db.order.findMany({ where: { personId, state: { not: "expired" } }, orderBy: { id: "desc" }, take: 100, select: rowSelect });
}

const pageSelect = {
  ...rowSelect,
  buyerName: true,
  buyerEmail: true,
  company: true,
  companyReference: true,
  vatId: true,
  provider: true,
  withdrawalChoice: true,
  withdrawalVersion: true,
  withdrawalText: true,
  withdrawalAt: true,
  lines: {
    orderBy: { position: "asc" },
    select: { title: true, courseSlug: true, quantity: true, totalCents: true, vatCents: true, vatText: true, accessMonths: true },
  },
  payments: { where: { role: "counted" }, select: { method: true } },
} as const satisfies Prisma.OrderSelect;

/** One order of a person, as its receipt shows it; null when it is not theirs. */
export async function orderOf(personId: string, reference: string) {
  if (!/^\w{1,40}$/.test(reference)) return null;
  const order = await db.order.findFirst({ where: { personId, reference }, select: pageSelect });
  if (!order) return null;
  const { payments, provider: _kept, ...facts } = order;
  return {
    ...facts,
    seller: sellerOf(order),
    method: payments[0]?.method ?? null,
    accessFrom: order.paidAt ? accessStart(order.withdrawalChoice, order.paidAt) : null,
  };
}

/**
 * Orders a human must look at, oldest first, each with what is wrong and what to do, in the request's language unless told otherwise. Disputed orders
 * are among them: the buyer's bank asks for proof before a deadline.
 */
export async function needsReview(tx: Tx, locale?: "nl" | "en") {
  const orders = await tx.order.findMany({
    where: { OR: [{ state: "needs-review" }, { disputed: true }] },
    orderBy: { createdAt: "asc" },
    take: 200,
    select: {
      id: true,
      reference: true,
      personId: true,
      buyerName: true,
      state: true,
      reviewReason: true,
      disputed: true,
      mode: true,
      currency: true,
      totalCents: true,
      createdAt: true,
      lines: { select: { title: true }, orderBy: { position: "asc" } },
      payments: { select: { sessionId: true, paymentIntentId: true, role: true, amountCents: true, method: true }, orderBy: { id: "asc" } },
    },
  });
  return orders.map((order) => ({ ...order, ...reviewWords(order.state === "needs-review" ? order.reviewReason : "disputed", locale) }));
}
