import { db } from "#app/platform/db.server.ts";
import type { CompiledCourse } from "./compiled.ts";
import { editionToShow, maySell, type SalesMode } from "./editions.ts";
import type { ModulesApart } from "./price-sentence.ts";
import { offersInForce } from "./prices.server.ts";

/**
 * What all modules of a course cost when bought one by one at `now`. Null for a course with a module of its own, which is nowhere else to be
 * had; and where one of them has no price or no edition that is sold.
 */
export async function modulesApart({ modules }: Pick<CompiledCourse, "modules">, mode: SalesMode, now: Date): Promise<ModulesApart | null> {
  const slugs = modules.flatMap(({ from }) => (from ? [from.slug] : []));
  if (slugs.length < 2 || slugs.length < modules.length) return null;
  const [offers, editions] = await Promise.all([
    offersInForce(db, now),
    db.edition.findMany({
      where: { courseSlug: { in: slugs } },
      select: { courseSlug: true, number: true, state: true, reviewerName: true },
    }),
  ]);
  const prices = slugs.map((slug) => {
    const edition = editionToShow(editions.filter(({ courseSlug }) => courseSlug === slug));
    // Whether its sources were looked at in time is not asked: that takes its whole text, and leaves the price as it is.
    return edition && maySell(edition, mode, []) ? offers.get(slug) : undefined;
  });
  const amounts = prices.flatMap((offer) => (offer ? [offer.amountCents] : []));
  return amounts.length < slugs.length ? null : { count: slugs.length, amountCents: amounts.reduce((sum, cents) => sum + cents, 0) };
}
