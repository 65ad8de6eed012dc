import { type CourseAccreditation, coursePage } from "#app/features/catalogue/courses.server.ts";
import { type PricedOffer, sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { hasActiveOrFutureGround } from "#app/features/enrolment/access.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { openKeyOf, vatInside } from "./checkout.ts";
import { type BegunOrder, type HeldOrder, lastUnpaid, orderUnderWay, type TypedBefore } from "./order-under-way.server.ts";
import { type WithdrawalTexts, withdrawalTexts } from "./withdrawal.ts";

export interface BuyPage {
  slug: string;
  title: string;
  /** what the title says, for who reads English */
  titleMeans: string | null;
  accessMonths: number;
  /** what is asked and shown; sent back as what the buyer saw */
  offer: PricedOffer & { vatCents: number };
  /** what is shown beside the choice: for a consumer, and for who orders with a VAT number */
  withdrawal: Record<"consumer" | "business", WithdrawalTexts>;
  /** a named professional has reviewed the edition */
  reviewed: boolean;
  /** how its registers stand to this text, now */
  accreditations: CourseAccreditation[];
  /** no real money moves */
  sandbox: boolean;
  /** the viewer has the course already */
  owned: boolean;
  /** an order that the viewer began and has not paid, with what they filled in */
  begun: BegunOrder | null;
  /** an order of theirs on which somebody else has the last word: until then there is nothing to order */
  held: HeldOrder | null;
  /** what they filled in the last time, on an order of this course that was never paid */
  typedBefore: TypedBefore | null;
}

/**
 * What the buy page shows of a course; null for a course that is unknown or not for sale. With `back` the viewer comes from
 * the payment page without paying: then Stripe is asked whether that is so.
 */
export async function buyPage(slug: string, viewerId: string, locale: "nl" | "en", back: boolean, now: Date): Promise<BuyPage | null> {
  const { mode } = env().payments;
  const { begun, held } = await orderUnderWay(openKeyOf({ mode, personId: viewerId, courseSlug: slug }), viewerId, back, now);
  const [sellable, page] = await Promise.all([sellableCourse(db, slug, now, mode), coursePage(slug, now)]);
  if (!sellable.ok || !page) return null;
  const { course, offer } = sellable;
  const withdrawal = {
    consumer: withdrawalTexts(course.delivery, locale, null),
    business: withdrawalTexts(course.delivery, locale, "with a VAT number"),
  };
  return {
    slug,
    title: course.title,
    titleMeans: locale === "en" ? page.course.titleEn : null,
    accessMonths: course.accessMonths,
    offer: { ...offer, vatCents: vatInside(offer.amountCents, offer.vatBasisPoints) },
    withdrawal,
    reviewed: page.reviewer !== null,
    accreditations: page.accreditations,
    sandbox: mode !== "live",
    owned: await hasActiveOrFutureGround(db, { personId: viewerId, courseSlug: slug, atLeast: mode }, now),
    begun,
    held,
    typedBefore: begun ? null : await lastUnpaid(slug, viewerId, mode),
  };
}
