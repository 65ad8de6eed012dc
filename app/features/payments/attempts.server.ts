import { MINUTE } from "#app/platform/clock.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { db, isUniqueViolation, type Tx } from "#app/platform/db.server.ts";
import { secretToken } from "#app/platform/ids.ts";
import { log } from "#app/platform/log.server.ts";
import { SESSION_MINUTES } from "./checkout.ts";
import { asLocale } from "./receipt.ts";
import { createCustomer, createSession, expireSession, refreshCustomer, stripeTrouble } from "./stripe.server.ts";

/** Visits to the payment page. The key is stored before Stripe is asked, so that a crash in between costs nothing. */

export interface Attempt {
  id: string;
  idempotencyKey: string;
  sessionId: string | null;
  url: string | null;
  expiresAt: Date;
}

export const attemptSelect = { id: true, idempotencyKey: true, sessionId: true, url: true, expiresAt: true } as const;

/** Writes the next attempt of an order. @throws a unique violation when the order has an open one */
export async function newAttempt(tx: Tx, orderId: string, now: Date): Promise<Attempt> {
  // Whole seconds, as Stripe keeps them: asking again must ask exactly the same.
  const expiresAt = new Date(Math.floor(now.getTime() / 1000) * 1000 + SESSION_MINUTES * MINUTE);
  return tx.paymentAttempt.create({
    data: { orderId, idempotencyKey: `kring-${secretToken()}`, expiresAt, createdAt: now },
    select: attemptSelect,
  });
}

export interface Buyer {
  id: string;
  name: string;
  email: string;
}

export interface OrderToPay {
  id: string;
  reference: string;
  mode: string;
  currency: string;
  locale: string;
  line: { title: string; quantity: number; unitCents: number; courseSlug: string };
}

/** `retry`: the world moved on, look again. `down`: Stripe could not help; order and attempt are kept. */
export type Opened = { kind: "open"; url: string } | { kind: "retry" } | { kind: "down" };

/** Makes the payment page of an attempt, or finds the one that an interrupted request made. */
export async function openPage(order: OrderToPay, attempt: Attempt, buyer: Buyer): Promise<Opened> {
  try {
    const customerId = await customerOf(buyer, order.mode, attempt);
    const session = await createSession({
      ...order.line,
      orderId: order.id,
      reference: order.reference,
      attemptId: attempt.id,
      idempotencyKey: attempt.idempotencyKey,
      customerId,
      currency: order.currency,
      locale: asLocale(order.locale),
      expiresAt: attempt.expiresAt,
    });
    const { count } = await db.paymentAttempt.updateMany({
      where: { id: attempt.id, state: "open", OR: [{ sessionId: null }, { sessionId: session.id }] },
      data: { sessionId: session.id, url: session.url },
    });
    if (count === 1 && session.url) return { kind: "open", url: session.url };
    // Another request closed this attempt meanwhile: nobody may pay on its page.
    await expireSession(session.id);
    return { kind: "retry" };
  } catch (error) {
    return afterTrouble(error, order, attempt);
  }
}

async function afterTrouble(error: unknown, order: OrderToPay, attempt: Attempt): Promise<Opened> {
  const trouble = stripeTrouble(error);
  if (trouble === null) throw error;
  log.error("payments.checkout", { error, trouble, order: order.id });
  // The failure may be kept under the key, and a page whose address nobody got cannot be paid: the next try takes a new key.
  if (trouble !== "unreachable")
    await db.paymentAttempt.updateMany({ where: { id: attempt.id, state: "open", sessionId: null }, data: { state: "expired" } });
  return { kind: "down" };
}

/** One customer per person and mode, with the address of today. A failure kept under the key of one attempt ends with that attempt. */
async function customerOf(buyer: Buyer, mode: string, { idempotencyKey }: Attempt): Promise<string> {
  const { id: personId, name, email } = buyer;
  const known = await findCustomer(personId, mode);
  if (known && (await refreshCustomer(known, { name, email }))) return known;
  const key = `kring-customer-${sha256(JSON.stringify([idempotencyKey, name, email, known])).slice(0, 40)}`;
  const customerId = await createCustomer({ name, email, key });
  try {
    await db.stripeCustomer.upsert({
      where: { personId_mode: { personId, mode } },
      create: { personId, mode, customerId },
      update: known ? { customerId } : {},
      select: { id: true },
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return (await findCustomer(personId, mode)) ?? customerId;
}

async function findCustomer(personId: string, mode: string): Promise<string | null> {
  const row = await db.stripeCustomer.findUnique({ where: { personId_mode: { personId, mode } }, select: { customerId: true } });
  return row?.customerId ?? null;
}
