import { hasActiveOrFutureGround } from "#app/features/enrolment/access.server.ts";
import type { Mode } from "#app/features/enrolment/access.ts";
import { addGround, endGround } from "#app/features/enrolment/grounds.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { underDispute } from "./disputes.server.ts";
import { postDoubt, postFailure, postReceipt } from "./letters.server.ts";
import { lockOrder, type OrderRow } from "./order-row.server.ts";
import { type Decision, decide, holdsKey, judge, type OrderState, route, type Verdict } from "./order-states.ts";
import type { SessionFacts } from "./session-facts.ts";
import { readSession } from "./stripe.server.ts";
import { accessEnd, accessStart } from "./withdrawal.ts";

/** Who asked; written in the audit trail, and only `office` may take an order out of review. */
export type FulfilReason = "webhook" | "return" | "checkout" | "reconcile" | "office";

export interface Fulfilled {
  before: OrderState;
  state: OrderState;
  /** of a refunded order, integer cents: what the buyer should have back and has not, because a refund failed afterwards */
  owedCents: number;
}

type Readings = Map<string, SessionFacts | null>;

/**
 * Makes an order agree with the truth at Stripe: money, state, enrolment, letters and audit in one transaction. Safe to call
 * any number of times, by anyone, at once: the outcome is the same. With `eventId`, marks that event done in the same
 * transaction. Throws when Stripe cannot be read; then nothing has changed.
 */
export async function fulfil(orderId: string, reason: FulfilReason, now: Date, options: { eventId?: string } = {}): Promise<Fulfilled> {
  const readings = await readSessions(orderId);
  return db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    // Play money cannot be read with a real key, nor the other way round: such orders rest as they are.
    const result =
      order.mode === env().payments.mode
        ? await converge(tx, order, readings, reason, now)
        : { before: order.state as OrderState, state: order.state as OrderState, owedCents: 0 };
    if (options.eventId)
      await tx.stripeEvent.updateMany({
        where: { id: options.eventId, state: "received" },
        data: { state: "done", doneAt: now, note: result.state },
      });
    return result;
  });
}

async function readSessions(orderId: string): Promise<Readings> {
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { mode: true, attempts: { select: { sessionId: true } } },
  });
  if (order.mode !== env().payments.mode) return new Map();
  const ids = order.attempts.flatMap(({ sessionId }) => (sessionId ? [sessionId] : []));
  return new Map(await Promise.all(ids.map(async (id) => [id, await readSession(id)] as const)));
}

async function converge(tx: Tx, order: OrderRow, readings: Readings, reason: FulfilReason, now: Date): Promise<Fulfilled> {
  const before = order.state as OrderState;
  const expected = { orderId: order.id, mode: order.mode, totalCents: order.totalCents, currency: order.currency };
  const seen = order.attempts.flatMap(({ sessionId }) =>
    sessionId && readings.has(sessionId) ? [{ sessionId, verdict: judge(expected, readings.get(sessionId) ?? null) }] : [],
  );
  const decision = decide(
    {
      state: before,
      counted: countedSession(order),
      recorded: order.payments.map(({ sessionId }) => sessionId),
      surplusReturned: surplusReturned(order, readings),
      owned: await ownsElsewhere(tx, order, now),
      buyerGone: order.personId === null,
      unread: order.attempts.some((attempt) =>
        attempt.sessionId ? attempt.state === "open" && !readings.has(attempt.sessionId) : attempt.expiresAt > now,
      ),
      recheck: reason === "office",
    },
    seen,
  );
  await closeAttempts(tx, order, seen, now);
  await recordPayments(tx, order, decision, readings, now);
  const countedNow = decision.payments.some(({ role }) => role === "counted");
  if (countedNow) await grant(tx, order, now);
  const counted = decision.payments.find(({ role }) => role === "counted")?.sessionId ?? countedSession(order);
  const arrived = decision.payments.map((payment) => ({ ...payment, amountCents: readings.get(payment.sessionId)?.amountTotal ?? 0 }));
  const payments = [...order.payments, ...arrived];
  const backCents = returnedCents(payments, readings) - surplusCents(payments);
  const state = afterRefunds(decision.state, order, backCents);
  await writeOrder(
    tx,
    order,
    {
      state,
      decision,
      countedNow,
      disputed: await underDispute(tx, order.disputed, chargesOf(payments, readings), reason),
      country: counted ? (readings.get(counted)?.country ?? null) : null,
    },
    reason,
    now,
  );
  if (state === "refunded" && before !== "refunded") await takeBack(tx, order, now);
  if (state === "failed" && before !== "failed") await postFailure(tx, order);
  if (decision.payments.some(({ role }) => role === "surplus")) await postDoubt(tx, order);
  return { before, state, owedCents: state === "refunded" ? Math.max(0, order.totalCents - backCents) : 0 };
}

const countedSession = (order: OrderRow) => order.payments.find(({ role }) => role === "counted")?.sessionId ?? null;

type Paid = Pick<OrderRow["payments"][number], "sessionId" | "role" | "amountCents">;

const centsOf = (amounts: number[]) => amounts.reduce((sum, cents) => sum + cents, 0);
const surplusCents = (payments: Paid[]) => centsOf(payments.filter(({ role }) => role === "surplus").map(({ amountCents }) => amountCents));
/** All that went back to the buyer, on whichever payment: of two alike nobody can say which was the one too many. */
const returnedCents = (payments: Paid[], readings: Readings) =>
  centsOf(payments.map(({ sessionId }) => readings.get(sessionId)?.charge?.refundedCents ?? 0));

const chargesOf = (payments: Paid[], readings: Readings) =>
  payments.flatMap(({ sessionId }) => {
    const { intent, charge } = readings.get(sessionId) ?? {};
    return intent && charge ? [{ intentId: intent.id, disputed: charge.disputed }] : [];
  });

const surplusReturned = ({ payments }: OrderRow, readings: Readings) =>
  payments.some(({ role }) => role === "surplus") && returnedCents(payments, readings) >= surplusCents(payments);

/** Only asked while the order itself has granted nothing. */
async function ownsElsewhere(tx: Tx, order: OrderRow, now: Date): Promise<boolean> {
  const { personId } = order;
  if (!personId || countedSession(order)) return false;
  const atLeast = order.mode as Mode;
  for (const { courseSlug } of order.lines) if (await hasActiveOrFutureGround(tx, { personId, courseSlug, atLeast }, now)) return true;
  return false;
}

async function closeAttempts(tx: Tx, order: OrderRow, seen: { sessionId: string; verdict: Verdict }[], now: Date): Promise<void> {
  for (const attempt of order.attempts.filter(({ state }) => state === "open")) {
    const verdict = seen.find(({ sessionId }) => sessionId === attempt.sessionId)?.verdict.kind;
    const lapsed = attempt.sessionId === null && attempt.expiresAt <= now;
    const state =
      verdict === "expired" || lapsed ? "expired" : verdict === "paid" || verdict === "waiting" || verdict === "failed" ? "complete" : null;
    if (state) await tx.paymentAttempt.update({ where: { id: attempt.id }, data: { state }, select: { id: true } });
  }
}

async function recordPayments(tx: Tx, order: OrderRow, decision: Decision, readings: Readings, now: Date): Promise<void> {
  for (const { sessionId, role } of decision.payments) {
    const session = readings.get(sessionId);
    const attempt = order.attempts.find((one) => one.sessionId === sessionId);
    if (!session || !attempt) throw new Error(`Session ${sessionId} was decided on without being read.`);
    await tx.payment.create({
      data: {
        orderId: order.id,
        attemptId: attempt.id,
        sessionId,
        paymentIntentId: session.intent?.id ?? null,
        chargeId: session.charge?.id ?? null,
        method: session.charge?.method ?? "none",
        amountCents: session.amountTotal ?? 0,
        currency: order.currency,
        role,
        createdAt: now,
      },
      select: { id: true },
    });
    await recordAudit(tx, {
      actor: { kind: "system" },
      action: "payments.money-arrived",
      subject: { kind: "order", id: order.id },
      data: { sessionId, role, cents: session.amountTotal ?? 0 },
      now,
    });
  }
}

/** When access to a line begins and ends, both kept by enrolment. */
export function groundOf(
  order: Pick<OrderRow, "mode" | "withdrawalChoice">,
  line: OrderRow["lines"][number],
  personId: string,
  paidAt: Date,
) {
  const startsAt = accessStart(order.withdrawalChoice, paidAt);
  return {
    personId,
    courseSlug: line.courseSlug,
    editionId: line.editionId,
    kind: "purchase" as const,
    source: line.id,
    mode: order.mode as Mode,
    startsAt,
    endsAt: accessEnd(startsAt, line.accessMonths),
  };
}

async function grant(tx: Tx, order: OrderRow, now: Date): Promise<void> {
  if (!order.personId) throw new Error(`Order ${order.id} has nobody to enrol.`);
  for (const line of order.lines) await addGround(tx, groundOf(order, line, order.personId, now), now);
  await postReceipt(tx, order, now);
}

/** Money that went back in full takes access with it; a part of it does not. */
async function takeBack(tx: Tx, order: OrderRow, now: Date): Promise<void> {
  if (!order.personId) return;
  for (const line of order.lines)
    await endGround(tx, { kind: "purchase", source: line.id, personId: order.personId, reason: "refunded" }, now);
}

/** What was paid too much goes back first; only what went back beyond that, in cents, is taken off the order. */
function afterRefunds(state: OrderState, order: OrderRow, backCents: number): OrderState {
  if (backCents <= 0 || !(state === "paid" || state === "partly-refunded")) return state;
  return backCents >= order.totalCents ? "refunded" : "partly-refunded";
}

interface Change {
  state: OrderState;
  decision: Decision;
  countedNow: boolean;
  disputed: boolean;
  country: string | null;
}

async function writeOrder(tx: Tx, order: OrderRow, change: Change, reason: FulfilReason, now: Date): Promise<void> {
  const before = order.state as OrderState;
  const { state, decision } = change;
  // A payment seen on an order that goes to review at once was still a payment first.
  const moves = state === "needs-review" ? (before === state ? [] : [state]) : route(before, state);
  if (!moves) throw new Error(`An order cannot go from ${before} to ${state}.`);
  await tx.order.update({
    where: { id: order.id },
    data: {
      state,
      reviewReason: state === "needs-review" ? (decision.review ?? order.reviewReason) : null,
      checkedAt: now,
      disputed: change.disputed,
      ...(change.countedNow ? { paidAt: now } : {}),
      ...(change.country && !order.country ? { country: change.country } : {}),
      ...(holdsKey(state) ? {} : { openKey: null }),
    },
    select: { id: true },
  });
  const trail = (action: string, data: Record<string, string>) =>
    recordAudit(tx, {
      actor: { kind: "system" },
      action,
      subject: { kind: "order", id: order.id },
      data: { ...data, because: reason },
      now,
    });
  for (const to of moves) await trail(`payments.order-${to}`, { from: before, ...(decision.review ? { review: decision.review } : {}) });
  if (change.disputed !== order.disputed) await trail(change.disputed ? "payments.order-disputed" : "payments.dispute-over", {});
}
