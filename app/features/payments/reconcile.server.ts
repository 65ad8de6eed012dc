import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { DAY, MINUTE } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";
import { adoptSession } from "./adopt.server.ts";
import { keepEvent } from "./events.server.ts";
import { subscribedEvents } from "./events.ts";
import { fulfil, groundOf } from "./fulfil.server.ts";
import { orderForDeciding } from "./order-row.server.ts";
import { isSettled } from "./order-states.ts";
import { isOurs, type SessionFacts } from "./session-facts.ts";
import { movedBackSince, sessionsSince, undeliveredEvents } from "./stripe.server.ts";

/** Looks for what no message told us. What it finds is repaired and written down for the office. */

export const RECONCILE_OPEN = "payments.reconcile-open";
export const RECONCILE_NIGHTLY = "payments.reconcile-nightly";

const SETTLE_MINUTES = 15;
const UNDELIVERED_DAYS = 30;
const SWEEP_DAYS = 35;

/** One thing that did not agree. `repaired` false: a human must look. */
export interface Difference {
  kind:
    | "paid-unnoticed"
    | "refund-unnoticed"
    | "refund-failed"
    | "event-undelivered"
    | "money-without-order"
    | "order-without-money"
    | "paid-without-enrolment"
    | "unreadable";
  subject: string;
  repaired: boolean;
  note?: string;
}

interface Round {
  looked: number;
  differences: Difference[];
}

/** Every ten minutes: orders that are still open or waiting are read again, and undelivered events are fetched. */
export function reconcileOpen(now: Date): Promise<Round> {
  return asRow("open-orders", now, async (round) => {
    // What is younger is still on its usual way.
    const settled = new Date(now.getTime() - SETTLE_MINUTES * MINUTE);
    const orders = await db.order.findMany({
      where: { state: { in: ["open", "waiting-for-bank"] }, mode: env().payments.mode, createdAt: { lt: settled } },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    for (const { id } of orders) {
      round.looked++;
      await fulfilAndNote(id, round, now);
    }
    for await (const notice of undeliveredEvents(new Date(now.getTime() - UNDELIVERED_DAYS * DAY), settled, subscribedEvents)) {
      const state = await db.$transaction((tx) => keepEvent(tx, notice, now));
      if (state === "received") round.differences.push({ kind: "event-undelivered", subject: notice.id, repaired: true });
    }
  });
}

/** Nightly: five weeks of sessions against our orders, both ways, of money that went back, and paid orders against enrolments. */
export function reconcileNightly(now: Date): Promise<Round> {
  return asRow("nightly", now, async (round) => {
    const since = new Date(now.getTime() - SWEEP_DAYS * DAY);
    const paid = new Set<string>();
    for await (const session of sessionsSince(since)) {
      if (session.status !== "complete" || session.paymentStatus === "unpaid") continue;
      // Whatever its mark says: the site may have had another address when it made the page.
      paid.add(session.id);
      if (!isOurs(session.tags, env().origin)) continue;
      round.looked++;
      await settle(session, round, now);
    }
    await checkPaidOrders(since, paid, round, now);
    await checkMovedBack(since, round, now);
    await db.reconciliation.deleteMany({ where: { kind: "open-orders", startedAt: { lt: since } } });
  });
}

/** Runs a round and keeps its outcome, also when it breaks off half-way. */
async function asRow(kind: "open-orders" | "nightly", now: Date, work: (round: Round) => Promise<void>): Promise<Round> {
  const round: Round = { looked: 0, differences: [] };
  const { id } = await db.reconciliation.create({ data: { kind, startedAt: now }, select: { id: true } });
  try {
    await work(round);
  } finally {
    const repaired = round.differences.filter((difference) => difference.repaired).length;
    await db.reconciliation.update({
      where: { id },
      data: { finishedAt: now, looked: round.looked, repaired, differences: round.differences.map((difference) => ({ ...difference })) },
      select: { id: true },
    });
    if (round.differences.length > 0) log.warn("payments.reconciled", { kind, differences: round.differences });
  }
  return round;
}

/** One order that cannot be read must not hold up the others. */
async function fulfilAndNote(orderId: string, round: Round, now: Date): Promise<void> {
  try {
    const { before, state, owedCents } = await fulfil(orderId, "reconcile", now);
    if (owedCents > 0) round.differences.push({ kind: "refund-failed", subject: orderId, repaired: false });
    if (state === before || !isSettled(state)) return;
    round.differences.push({ kind: state === "paid" ? "paid-unnoticed" : "refund-unnoticed", subject: orderId, repaired: true });
  } catch (error) {
    round.differences.push({ kind: "unreadable", subject: orderId, repaired: false, note: String(error).slice(0, 200) });
  }
}

/** Money at Stripe: it must be written down here. */
async function settle(session: SessionFacts, round: Round, now: Date): Promise<void> {
  const attempt = await db.paymentAttempt.findUnique({
    where: { sessionId: session.id },
    select: { orderId: true, order: { select: { state: true } }, payments: { select: { id: true } } },
  });
  if (attempt && attempt.payments.length > 0) return;
  const orderId = attempt?.orderId ?? (await adoptSession(session, now));
  if (!orderId) {
    round.differences.push({ kind: "money-without-order", subject: session.id, repaired: false });
    return;
  }
  // Somebody is looking at it already.
  if (attempt?.order.state === "needs-review") return;
  await fulfilAndNote(orderId, round, now);
}

/** Refunds and disputes of which no message came: an order may be long settled by then. */
async function checkMovedBack(since: Date, round: Round, now: Date): Promise<void> {
  const intents = new Set<string>();
  for await (const intentId of movedBackSince(since)) intents.add(intentId);
  const payments = await db.payment.findMany({
    where: { paymentIntentId: { in: [...intents] } },
    distinct: ["orderId"],
    select: { orderId: true },
  });
  for (const { orderId } of payments) {
    round.looked++;
    await fulfilAndNote(orderId, round, now);
  }
}

async function checkPaidOrders(since: Date, paidAtStripe: Set<string>, round: Round, now: Date): Promise<void> {
  const orders = await db.order.findMany({ where: { paidAt: { gte: since }, mode: env().payments.mode }, select: orderForDeciding });
  for (const order of orders) {
    round.looked++;
    const counted = order.payments.find(({ role }) => role === "counted");
    // A session lives at most a day longer than the sweep looks back; a younger payment may hang on an older session.
    const recent = order.createdAt >= since;
    if (counted && recent && !paidAtStripe.has(counted.sessionId))
      round.differences.push({ kind: "order-without-money", subject: order.id, repaired: false });
    const { personId, paidAt } = order;
    if (!personId || !paidAt || !isSettled(order.state) || order.state === "refunded") continue;
    for (const line of order.lines) {
      // Insert-or-return: a ground that was there, or was ended on purpose, stays as it is.
      const { created } = await db.$transaction((tx) => addGround(tx, groundOf(order, line, personId, paidAt), now));
      if (created) round.differences.push({ kind: "paid-without-enrolment", subject: order.id, repaired: true });
    }
  }
}
