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

/** A person's own orders, newest first; those that lapsed unpaid too, since other pages tell of them. */
export async function ordersOf(personId: string) {
  return db.order.findMany({ where: { personId }, orderBy: { id: "desc" }, take: 100, select: rowSelect });
}

const pageSelect = {
  ...rowSelect,
  locale: true,
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

interface ReviewRow {
  id: string;
  reference: string;
  /** null when the account is gone */
  personId: string | null;
  buyerName: string;
  currency: string;
  totalCents: number;
  /** `disputed` where the buyer's bank asks and nothing else is wrong */
  reason: string | null;
}

/**
 * Orders a human must look at, oldest first, at most `limit`, each with what is wrong and what to do, in the request's language
 * unless told otherwise. Disputed orders are among them: the buyer's bank asks for proof before a deadline.
 */
export async function needsReview(tx: Tx, locale?: "nl" | "en", limit = 200) {
  // In these very words: the partial index order_needs_human serves no others, and none that come as parameters.
  const orders = await tx.$queryRaw<ReviewRow[]>`
    select id, reference, person_id as "personId", buyer_name as "buyerName", currency, total_cents as "totalCents",
      case when state = 'needs-review' then review_reason else 'disputed' end as reason
    from "order" where state = 'needs-review' or disputed order by created_at limit ${limit}::int`;
  return orders.map(({ reason, ...order }) => ({ ...order, ...reviewWords(reason, locale) }));
}
