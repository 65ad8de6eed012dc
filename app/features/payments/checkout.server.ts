import { type PricedOffer, type Sellable, sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { TERMS_VERSION } from "#app/features/catalogue/terms.ts";
import { hasActiveOrFutureGround } from "#app/features/enrolment/access.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { MINUTE } from "#app/platform/clock.ts";
import { db, isUniqueViolation, type Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { readableCode } from "#app/platform/ids.ts";
import { log } from "#app/platform/log.server.ts";
import * as m from "#generated/paraglide/messages.js";
import type { Prisma } from "#generated/prisma/client.ts";
import { type Attempt, attemptSelect, type Buyer, newAttempt, openPage } from "./attempts.server.ts";
import { type BuyerDetails, openKeyOf, REUSE_MINUTES, sameWish, vatInside, type Wanted } from "./checkout.ts";
import { fulfil } from "./fulfil.server.ts";
import { expireSession, stripeTrouble } from "./stripe.server.ts";
import { type WithdrawalChoice, withdrawalTexts } from "./withdrawal.ts";

/** What the buyer sent. Offer and amount are only what they saw: the price is decided here. */
export interface CheckoutForm extends BuyerDetails {
  slug: string;
  offerId: string;
  /** integer cents */
  amountCents: number;
  withdrawalChoice: WithdrawalChoice;
  /** of the text the buyer chose beside; what is kept as theirs is never one they did not see */
  withdrawalVersion: string;
  locale: "nl" | "en";
}

export type CheckoutRefusal =
  | {
      reason:
        | "other-withdrawal-text"
        | "unknown-course"
        | "not-for-sale"
        | "already-enrolled"
        | "waiting-for-bank"
        | "being-checked"
        /** nothing was charged */
        | "payment-service-down"
        /** the page of an earlier visit may have been paid */
        | "payment-unseen";
    }
  | { reason: "price-changed"; offer: PricedOffer };

export type CheckoutAnswer = { ok: true; url: string } | ({ ok: false } & CheckoutRefusal);

const no = (reason: Exclude<CheckoutRefusal["reason"], "price-changed">): CheckoutAnswer => ({ ok: false, reason });

/**
 * Starts paying for one place, or goes on where an earlier visit stopped: one order and one payment page, however often and
 * from however many tabs it is asked. The order, its price and the key for Stripe are written before Stripe is called.
 * @returns the address of the payment page, or why there is none
 */
export async function startCheckout(buyer: Buyer, form: CheckoutForm, now: Date): Promise<CheckoutAnswer> {
  for (let turn = 0; turn < 5; turn++) {
    const answer = await goOn(buyer, form, now);
    if (answer) return answer;
  }
  return no("payment-unseen");
}

/** One look at how things stand, and one step. Null: they changed under our hands, look again. */
async function goOn(buyer: Buyer, form: CheckoutForm, now: Date): Promise<CheckoutAnswer | null> {
  const { mode } = env().payments;
  const openKey = openKeyOf({ mode, personId: buyer.id, courseSlug: form.slug });
  const running = await findRunning(openKey);
  if (running?.attempts.some(({ sessionId }) => sessionId)) {
    // What the buyer did on the payment page counts, also when no event told us yet.
    const after = await unlessDown(() => fulfil(running.id, "checkout", now));
    if (!after) return no("payment-unseen");
    if (after.state !== running.state) return null;
  }
  if (running?.state === "waiting-for-bank") return no("waiting-for-bank");
  if (running?.state === "needs-review") return no("being-checked");
  const sellable = await sellableCourse(db, form.slug, now, mode);
  if (!sellable.ok) return no(sellable.reason);
  const owned = await hasActiveOrFutureGround(db, { personId: buyer.id, courseSlug: form.slug, atLeast: mode }, now);
  if (owned) return no("already-enrolled");
  const { offer } = sellable;
  if (form.offerId !== offer.id || form.amountCents !== offer.amountCents) return { ok: false, reason: "price-changed", offer };
  const wanted = wantedOf(form, sellable);
  if (form.withdrawalVersion !== wanted.withdrawalVersion) return no("other-withdrawal-text");
  const attempt = running ? await attemptOf(running, wanted, sellable, now) : await placeOrder(buyer, form, sellable, wanted, openKey, now);
  if (attempt === "down") return no("payment-unseen");
  if (!attempt) return null;
  if (attempt.url) return { ok: true, url: attempt.url };
  const order = await findRunning(openKey);
  const line = order?.lines[0];
  if (!order || !line) return null;
  const opened = await openPage({ ...order, line }, attempt, buyer);
  if (opened.kind === "retry") return null;
  return opened.kind === "open" ? { ok: true, url: opened.url } : no("payment-service-down");
}

async function unlessDown<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (stripeTrouble(error) === null) throw error;
    log.error("payments.checkout", { error });
    return null;
  }
}

const runningSelect = {
  id: true,
  reference: true,
  state: true,
  mode: true,
  currency: true,
  locale: true,
  company: true,
  companyReference: true,
  vatId: true,
  termsVersion: true,
  withdrawalChoice: true,
  withdrawalVersion: true,
  lines: {
    orderBy: { position: "asc" },
    select: {
      editionId: true,
      offerId: true,
      title: true,
      quantity: true,
      unitCents: true,
      vatTreatment: true,
      accessMonths: true,
      courseSlug: true,
    },
  },
  attempts: { orderBy: { id: "asc" }, select: { ...attemptSelect, state: true } },
} as const satisfies Prisma.OrderSelect;
type Running = Prisma.OrderGetPayload<{ select: typeof runningSelect }>;

const findRunning = (openKey: string): Promise<Running | null> => db.order.findUnique({ where: { openKey }, select: runningSelect });

type Sold = Extract<Sellable, { ok: true }>;

function wantedOf(form: CheckoutForm, { course, editionId, offer }: Sold): Wanted {
  return {
    company: form.company,
    companyReference: form.companyReference,
    vatId: form.vatId,
    editionId,
    offerId: offer.id,
    unitCents: offer.amountCents,
    currency: offer.currency,
    vatTreatment: offer.vatTreatment,
    accessMonths: course.accessMonths,
    termsVersion: TERMS_VERSION,
    withdrawalChoice: form.withdrawalChoice,
    withdrawalVersion: withdrawalTexts(course.delivery, form.locale, form.vatId).version,
    locale: form.locale,
  };
}

/** What an order says of itself, for a new order and for one that is changed before it is paid. */
function orderFields(wanted: Wanted, sold: Sold, now: Date) {
  const { editionId: _edition, offerId: _offer, unitCents, vatTreatment: _treatment, accessMonths: _months, ...fields } = wanted;
  const choice = wanted.withdrawalChoice as WithdrawalChoice;
  const texts = withdrawalTexts(sold.course.delivery, wanted.locale as "nl" | "en", wanted.vatId);
  return { ...fields, totalCents: unitCents, withdrawalText: texts[choice], withdrawalAt: now };
}

function lineFields(wanted: Wanted, { course, editionId, offer }: Sold) {
  const locale = wanted.locale as "nl" | "en";
  return {
    editionId,
    offerId: offer.id,
    title: course.title,
    quantity: 1,
    unitCents: offer.amountCents,
    totalCents: offer.amountCents,
    vatTreatment: offer.vatTreatment,
    vatBasisPoints: offer.vatBasisPoints,
    vatCents: vatInside(offer.amountCents, offer.vatBasisPoints),
    vatText:
      offer.vatTreatment === "exempt_education"
        ? m.payments_vat_exempt({}, { locale })
        : m.payments_vat_rate({ percent: String(offer.vatBasisPoints / 100) }, { locale }),
    accessMonths: course.accessMonths,
  };
}

async function placeOrder(
  buyer: Buyer,
  form: CheckoutForm,
  sold: Sold,
  wanted: Wanted,
  openKey: string,
  now: Date,
): Promise<Attempt | null> {
  try {
    return await db.$transaction(async (tx) => {
      const { tradeName, legalName, address, kvk, crkbo, vatId, iban, contact, signatory, note, complaints } = await provider(tx);
      const order = await tx.order.create({
        data: {
          ...orderFields(wanted, sold, now),
          reference: readableCode(8),
          personId: buyer.id,
          buyerName: buyer.name,
          buyerEmail: buyer.email,
          mode: env().payments.mode,
          openKey,
          provider: { tradeName, legalName, address, kvk, crkbo, vatId, iban, contact, signatory, note, complaints },
          createdAt: now,
          lines: { create: [{ position: 1, courseSlug: form.slug, ...lineFields(wanted, sold) }] },
        },
        select: { id: true },
      });
      await recordAudit(tx, {
        actor: { kind: "person", id: buyer.id },
        action: "payments.order-placed",
        subject: { kind: "order", id: order.id },
        data: { courseSlug: form.slug, cents: wanted.unitCents },
        now,
      });
      return newAttempt(tx, order.id, now);
    });
  } catch (error) {
    // A second press of the button, or another tab, was first.
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** The attempt to go on with: the open one while it is fresh and says the same, otherwise a new one after closing it. */
async function attemptOf(order: Running, wanted: Wanted, sold: Sold, now: Date): Promise<Attempt | null | "down"> {
  const line = order.lines[0];
  const open = order.attempts.find(({ state }) => state === "open");
  const same = line !== undefined && sameWish({ ...order, ...line }, wanted);
  const minutesLeft = open ? (open.expiresAt.getTime() - now.getTime()) / MINUTE : 0;
  // Stripe refuses to make a page that has less than half an hour to go.
  if (open && same && minutesLeft > (open.sessionId ? REUSE_MINUTES : 31)) return open;
  if (open?.sessionId) {
    const { sessionId } = open;
    const expired = await unlessDown(async () => ((await expireSession(sessionId)) ? "expired" : "look-again"));
    if (!expired) return "down";
    if (expired === "look-again") {
      const after = await unlessDown(() => fulfil(order.id, "checkout", now));
      return after ? null : "down";
    }
  }
  return replaceAttempt(order.id, open ?? null, wanted, sold, now);
}

async function replaceAttempt(orderId: string, old: Attempt | null, wanted: Wanted, sold: Sold, now: Date): Promise<Attempt | null> {
  try {
    return await db.$transaction(async (tx) => {
      await tx.$executeRaw`select 1 from "order" where id = ${orderId}::uuid for update`;
      const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
      if (order.state !== "open" || !(await closeOld(tx, old))) return null;
      await tx.order.update({ where: { id: orderId }, data: orderFields(wanted, sold, now), select: { id: true } });
      await tx.orderLine.update({
        where: { orderId_position: { orderId, position: 1 } },
        data: lineFields(wanted, sold),
        select: { id: true },
      });
      return newAttempt(tx, orderId, now);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** False when the attempt got a session since it was looked at: that one must be closed at Stripe first. */
async function closeOld(tx: Tx, old: Attempt | null): Promise<boolean> {
  if (!old) return true;
  const { count } = await tx.paymentAttempt.updateMany({ where: { id: old.id, sessionId: old.sessionId }, data: { state: "expired" } });
  return count === 1;
}
