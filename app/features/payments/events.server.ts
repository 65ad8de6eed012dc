import { z } from "zod";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { defineJob } from "#app/platform/jobs/job.ts";
import { enqueue } from "#app/platform/jobs/queue.server.ts";
import { log } from "#app/platform/log.server.ts";
import { adoptSession } from "./adopt.server.ts";
import { subjectOf } from "./events.ts";
import { fulfil } from "./fulfil.server.ts";
import { isOurs } from "./session-facts.ts";
import { API_VERSION, type EventNotice, readSession, tagsOfIntent, verifyEvent } from "./stripe.server.ts";

/** The inbox. An event is a doorbell: it says which order to look at, and nothing it says is believed. */
export const processEventJob = defineJob("payments.process-event", z.object({ id: z.string().min(1) }));

export type Received = { ok: true; state: "received" | "duplicate" | "refused" } | { ok: false; reason: "bad-signature" };

/**
 * Takes in one message as it came. A bad signature leaves nothing behind; a good one is written with its job in one
 * transaction, once. Throws only when that write fails: then Stripe must send it again.
 */
export async function receiveEvent(rawBody: string, signature: string | null, now: Date): Promise<Received> {
  const notice = await verifyEvent(rawBody, signature, now);
  if (!notice) return { ok: false, reason: "bad-signature" };
  const state = await db.$transaction((tx) => keepEvent(tx, notice, now));
  if (notice.apiVersion !== API_VERSION)
    log.warn("payments.event-version", { event: notice.id, version: notice.apiVersion, expected: API_VERSION });
  return { ok: true, state };
}

/** Writes an event and its job, unless it is there. One for another kind of money or another account is kept as refused. */
export async function keepEvent(tx: Tx, notice: EventNotice, now: Date): Promise<"received" | "duplicate" | "refused"> {
  const refusal = refusalOf(notice);
  const created = await tx.stripeEvent.createManyAndReturn({
    data: [
      {
        id: notice.id,
        type: notice.type,
        apiVersion: notice.apiVersion,
        livemode: notice.livemode,
        // Only what it is about: the rest is read anew, and personal data need not lie here.
        payload: { ...notice.about },
        state: refusal ? "refused" : "received",
        note: refusal,
        receivedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (created.length === 0) return "duplicate";
  if (refusal) {
    log.error("payments.event-refused", { event: notice.id, why: refusal });
    await recordAudit(tx, {
      actor: { kind: "system" },
      action: "payments.event-refused",
      subject: { kind: "stripe-event", id: notice.id },
      data: { why: refusal, type: notice.type },
      now,
    });
    return "refused";
  }
  await enqueue(tx, processEventJob, { id: notice.id });
  return "received";
}

function refusalOf(notice: EventNotice): string | null {
  if (notice.livemode !== (env().payments.mode === "live")) return notice.livemode ? "live-event-in-test" : "test-event-in-live";
  if (notice.account !== null) return "other-account";
  return null;
}

const aboutSchema = z.object({ object: z.string(), id: z.string(), intentId: z.string().nullable() });

/**
 * Does what an event asks: finds its order and makes that agree with Stripe; the event is done in the same transaction.
 * Throws what should be tried again, an event for an order we should know but cannot find included.
 */
export async function processEvent(id: string, now: Date): Promise<void> {
  const event = await db.stripeEvent.findUnique({ where: { id }, select: { type: true, state: true, payload: true } });
  if (event?.state !== "received") return;
  try {
    const orderId = await orderAbout(event.type, aboutSchema.parse(event.payload), now);
    if (orderId) await fulfil(orderId, "webhook", now, { eventId: id });
    else await db.stripeEvent.updateMany({ where: { id, state: "received" }, data: { state: "ignored", doneAt: now } });
  } catch (error) {
    await db.stripeEvent.updateMany({
      where: { id, state: "received" },
      data: { attempts: { increment: 1 }, lastError: String(error).slice(0, 500) },
    });
    throw error;
  }
}

type About = z.infer<typeof aboutSchema>;

/** The order an event rings for; null when it is none of ours. */
async function orderAbout(type: string, about: About, now: Date): Promise<string | null> {
  switch (subjectOf(type)) {
    case "session":
      return orderOfSession(about.id, now);
    case "money":
      return about.intentId ? orderOfIntent(about.intentId) : null;
    case "nothing":
      return null;
  }
}

async function orderOfSession(sessionId: string, now: Date): Promise<string | null> {
  const attempt = await db.paymentAttempt.findUnique({ where: { sessionId }, select: { orderId: true } });
  if (attempt) return attempt.orderId;
  const session = await readSession(sessionId);
  if (!session) throw new Error(`Stripe sent word of session ${sessionId}, but does not know it.`);
  if (!isOurs(session.tags, env().origin)) return null;
  const orderId = await adoptSession(session, now);
  if (!orderId) throw new Error(`Session ${sessionId} bears our mark, but no order of ours knows it.`);
  return orderId;
}

async function orderOfIntent(intentId: string): Promise<string | null> {
  const payment = await db.payment.findUnique({ where: { paymentIntentId: intentId }, select: { orderId: true } });
  if (payment) return payment.orderId;
  const tags = await tagsOfIntent(intentId);
  if (!tags || !isOurs(tags, env().origin) || !tags.order) return null;
  const order = await db.order.findUnique({ where: { id: tags.order }, select: { id: true } });
  if (!order) throw new Error(`Payment ${intentId} bears our mark, but no order of ours knows it.`);
  return order.id;
}
