import { coursePage } from "#app/features/catalogue/courses.server.ts";
import { type PricedOffer, sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";
import { takeToken } from "#app/platform/rate-limit.server.ts";
import { openKeyOf, vatInside } from "./checkout.ts";
import { fulfil } from "./fulfil.server.ts";
import { ownsForMoney } from "./ownership.server.ts";
import { withdrawalTexts } from "./withdrawal.ts";

export interface BuyPage {
  slug: string;
  title: string;
  accessMonths: number;
  /** what is asked and shown; sent back as what the buyer saw */
  offer: PricedOffer & { vatCents: number };
  withdrawal: { "start-now": string; wait: string };
  /** a named professional has reviewed the edition */
  reviewed: boolean;
  /** no real money moves */
  sandbox: boolean;
  /** the viewer has the course already */
  owned: boolean;
  /** an order that the viewer began and has not paid, with what they filled in */
  begun: BegunOrder | null;
}

export interface BegunOrder {
  reference: string;
  values: Record<string, string>;
  /** Stripe says just now that nothing was paid on it */
  surelyUnpaid: boolean;
}

/**
 * What the buy page shows of a course; null for a course that is unknown or not for sale. With `back` the viewer comes from
 * the payment page without paying: then Stripe is asked whether that is so.
 */
export async function buyPage(slug: string, viewerId: string, locale: "nl" | "en", back: boolean, now: Date): Promise<BuyPage | null> {
  const { mode } = env().payments;
  const begun = await begunOrder(openKeyOf({ mode, personId: viewerId, courseSlug: slug }), viewerId, back, now);
  const [sellable, page] = await Promise.all([sellableCourse(db, slug, now, mode), coursePage(slug, now)]);
  if (!sellable.ok || !page) return null;
  const { course, offer } = sellable;
  const { version: _version, ...withdrawal } = withdrawalTexts(course.delivery, locale);
  return {
    slug,
    title: course.title,
    accessMonths: course.accessMonths,
    offer: { ...offer, vatCents: vatInside(offer.amountCents, offer.vatBasisPoints) },
    withdrawal,
    reviewed: page.reviewer !== null,
    sandbox: mode !== "live",
    owned: await ownsForMoney(db, viewerId, slug, mode, now),
    begun,
  };
}

async function begunOrder(openKey: string, viewerId: string, back: boolean, now: Date): Promise<BegunOrder | null> {
  const find = () =>
    db.order.findUnique({
      where: { openKey },
      select: { id: true, reference: true, state: true, company: true, companyReference: true, vatId: true, withdrawalChoice: true },
    });
  const first = await find();
  if (first?.state !== "open") return null;
  const surelyUnpaid = back && (await readsAsUnpaid(first.id, viewerId, now));
  const order = back ? await find() : first;
  if (order?.state !== "open") return null;
  const { reference, company, companyReference, vatId, withdrawalChoice } = order;
  return {
    reference,
    values: { withdrawalChoice, company: company ?? "", companyReference: companyReference ?? "", vatId: vatId ?? "" },
    surelyUnpaid,
  };
}

/** False when it is not so, and also when Stripe cannot be read just now, or was asked very often. */
async function readsAsUnpaid(orderId: string, viewerId: string, now: Date): Promise<boolean> {
  if (await takeToken(`back:${viewerId}`, { count: 30, windowSeconds: 600 }, now)) return false;
  try {
    return (await fulfil(orderId, "return", now)).state === "open";
  } catch (error) {
    log.error("payments.back", { error, order: orderId });
    return false;
  }
}
