import { recordAudit } from "#app/platform/audit.server.ts";
import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { type Fulfilled, fulfil } from "./fulfil.server.ts";
import type { Difference } from "./reconcile.server.ts";
import { differenceWords, refusalWords } from "./review-words.ts";

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

const roundSelect = { kind: true, startedAt: true, finishedAt: true, looked: true, repaired: true, differences: true } as const;

/** The newest finished reconciliation of each kind. */
const newestRounds = () =>
  Promise.all(
    ["open-orders", "nightly"].map((kind) =>
      db.reconciliation.findFirst({ where: { kind, finishedAt: { not: null } }, orderBy: { startedAt: "desc" }, select: roundSelect }),
    ),
  ).then((rows) => rows.filter((row) => row !== null));

/** The newest reconciliation of each kind, and those of the last rounds that found something. */
export async function reconciliations() {
  const found = await db.reconciliation.findMany({
    where: { differences: { not: [] } },
    orderBy: { startedAt: "desc" },
    take: 20,
    select: roundSelect,
  });
  return { newest: await newestRounds(), found };
}

/**
 * What the newest rounds found and a human must mend, at most 100, each with what is wrong and what to do. It leaves the list
 * with the next round that does not find it. Orders are named by their reference, and with whose they are.
 */
export async function standingDifferences(locale?: "nl" | "en") {
  const standing = (await newestRounds()).flatMap(({ startedAt, differences }) =>
    // Written by our own rounds; past that door it is trusted.
    (differences as unknown as Difference[])
      .filter(({ repaired }) => !repaired)
      .map((difference) => ({ ...difference, foundAt: startedAt })),
  );
  const orders = await db.order.findMany({
    where: { id: { in: standing.filter(({ kind }) => kind !== "money-without-order").map(({ subject }) => subject) } },
    select: { id: true, reference: true, personId: true, buyerName: true },
  });
  const known = new Map(orders.map((order) => [order.id, order]));
  return standing.slice(0, 100).map(({ kind, subject, note, foundAt }) => ({
    kind,
    subject,
    note: note ?? null,
    foundAt,
    personId: known.get(subject)?.personId ?? null,
    buyerName: known.get(subject)?.buyerName ?? "",
    ...differenceWords(kind, known.get(subject)?.reference ?? subject, locale),
  }));
}

const REFUSED_DAYS = 14;

/** Messages of Stripe that we refused in the last fourteen days, by why, with what to do. */
export async function refusedEvents(now: Date, locale?: "nl" | "en") {
  const groups = await db.stripeEvent.groupBy({
    by: ["note"],
    where: { state: "refused", receivedAt: { gte: new Date(now.getTime() - REFUSED_DAYS * DAY) } },
    _count: true,
    _max: { receivedAt: true },
    orderBy: { note: "asc" },
  });
  return groups.map(({ note, _count, _max }) => ({
    why: note ?? "",
    count: _count,
    lastAt: _max.receivedAt ?? now,
    ...refusalWords(note, locale),
  }));
}
