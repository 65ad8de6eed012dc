import type { Tx } from "#app/platform/db.server.ts";
import type { CompiledCourse } from "./compiled.ts";
import { currentRevision } from "./courses.server.ts";
import { editionToShow, maySell, type SalesMode } from "./editions.ts";
import { offerInForce, type PricedOffer } from "./prices.server.ts";
import { provisionalSources } from "./provisional.ts";

export type { SalesMode } from "./editions.ts";
export type { PricedOffer, VatTreatment } from "./prices.server.ts";

export type Sellable =
  | {
      ok: true;
      course: { slug: string; title: string; accessMonths: number; delivery: CompiledCourse["delivery"] };
      editionId: string;
      offer: PricedOffer;
    }
  | { ok: false; reason: "unknown-course" | "not-for-sale" };

/**
 * What a checkout may sell at `now`, at the price decided here. In mode `live` only an edition on sale with a named reviewer, whose
 * text rests on nothing provisional; in `sandbox` and `test` also a draft, which its page says.
 */
export async function sellableCourse(tx: Tx, slug: string, now: Date, mode: SalesMode): Promise<Sellable> {
  const editions = await tx.edition.findMany({
    where: { courseSlug: slug },
    select: { id: true, number: true, state: true, reviewerName: true },
  });
  if (editions.length === 0) return { ok: false, reason: "unknown-course" };
  const edition = editionToShow(editions);
  const offer = await offerInForce(tx, slug, now);
  if (!edition || !offer) return { ok: false, reason: "not-for-sale" };
  const { compiled } = await currentRevision(tx, edition.id);
  if (!maySell(edition, mode, provisionalSources(compiled, now))) return { ok: false, reason: "not-for-sale" };
  const { title, accessMonths, delivery } = compiled;
  return { ok: true, course: { slug, title, accessMonths, delivery }, editionId: edition.id, offer };
}
