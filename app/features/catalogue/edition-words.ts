import { formatDate } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { ActRefusal, EditionAct, EditionState, SalesMode } from "./editions.ts";
import type { OfficeEdition } from "./editions-for-office.server.ts";
import type { Provisional } from "./provisional.ts";

/** How an edition stands, in a word. */
export function editionStateWords(state: EditionState): string {
  switch (state) {
    case "draft":
      return m.office_edition_draft();
    case "reviewed":
      return m.office_edition_reviewed();
    case "on-sale":
      return m.office_edition_on_sale();
    case "retired":
      return m.office_edition_retired();
  }
}

/** Why an act on an edition was not done, and what to do first. */
export function actRefusalWords(act: EditionAct, reason: ActRefusal): string {
  switch (reason) {
    case "retired":
      return m.office_act_retired();
    case "on-sale":
      return act === "put-on-sale" ? m.office_act_already_on_sale() : m.office_act_on_sale();
    case "not-reviewed":
      return m.office_act_not_reviewed();
    case "not-on-sale":
      return m.office_act_not_on_sale();
    case "provisional":
      return m.office_act_provisional();
  }
}

/** What stands between an edition and being sold, or that nothing does. */
export function inTheWay(edition: OfficeEdition, priced: boolean, mode: SalesMode): string[] {
  if (edition.state === "retired") return [m.office_edition_way_retired()];
  const count = edition.provisional.length;
  const ways = [
    edition.state === "draft" ? m.office_edition_way_review() : null,
    mode === "live" && count > 0 ? m.office_edition_way_provisional({ count }) : null,
    priced ? null : m.office_edition_way_price(),
  ].filter((way) => way !== null);
  if (ways.length > 0) return ways;
  return [edition.state === "on-sale" ? m.office_edition_way_selling() : m.office_edition_way_clear()];
}

/** What stands in nobody's way, and is good to know. */
export function goodToKnow(edition: OfficeEdition, mode: SalesMode): string[] {
  if (edition.state === "retired") return [];
  const count = edition.provisional.length;
  return [
    mode !== "live" && edition.state === "draft" ? m.office_edition_note_play() : null,
    mode !== "live" && count > 0 ? m.office_edition_note_provisional({ count }) : null,
    sinceReviewWords(edition),
  ].filter((note) => note !== null);
}

/** What was published after the day of the review, oldest first: the day decides, since nobody recorded what was read. */
function sinceReviewWords({ sinceReview, reviewedAt }: OfficeEdition): string | null {
  if (sinceReview.length === 0 || reviewedAt === null) return null;
  const locale = getLocale();
  const revisions = new Intl.ListFormat(locale === "en" ? "en-GB" : "nl-NL").format(sinceReview.toReversed().map(String));
  return m.office_edition_note_since_review({ count: sinceReview.length, date: formatDate(reviewedAt, locale), revisions });
}

/** The same in a few words, for the list of all courses. */
export function attention(edition: OfficeEdition, priced: boolean): string[] {
  if (edition.state === "retired") return [];
  return [
    edition.state === "draft" ? m.office_edition_short_review() : null,
    edition.provisional.length > 0 ? m.office_edition_short_provisional({ count: edition.provisional.length }) : null,
    edition.sinceReview.length > 0 ? m.office_edition_short_since_review() : null,
    priced ? null : m.office_edition_short_price(),
  ].filter((word) => word !== null);
}

/** Why something a text rests on is not certain enough. */
export function provisionalWords({ why, reviewBy }: Provisional): string {
  if (why === "unchecked" || reviewBy === null) return m.office_edition_provisional_unchecked();
  return m.office_edition_provisional_past({ date: formatDate(reviewBy, getLocale()) });
}

/** What the office does about it, in which file. */
export function provisionalRemedy({ kind, why }: Provisional): { file: string; remedy: string } {
  if (kind === "claim") return { file: "claims.yaml", remedy: m.office_edition_remedy_claim_past() };
  return {
    file: "references.yaml",
    remedy: why === "unchecked" ? m.office_edition_remedy_unchecked() : m.office_edition_remedy_source_past(),
  };
}
