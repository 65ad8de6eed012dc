import { coursePage } from "#app/features/catalogue/courses.server.ts";
import { type PricedOffer, sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { hasActiveOrFutureGround } from "#app/features/enrolment/access.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { vatInside } from "./checkout.ts";
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
}

/** What the buy page shows of a course; null for a course that is unknown or not for sale. */
export async function buyPage(slug: string, viewerId: string, locale: "nl" | "en", now: Date): Promise<BuyPage | null> {
  const { mode } = env().payments;
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
    owned: await hasActiveOrFutureGround(db, viewerId, slug, now),
  };
}
