import { formatDate } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { TextRead } from "./review.ts";

export interface Reviewer {
  name: string;
  qualification: string;
  date: Date | null;
  /** null where no day was recorded */
  read: TextRead | null;
}

/** Who judged an edition and which text of it, in whole sentences; or that nobody did. */
export function reviewInWords(reviewer: Reviewer | null): string {
  if (!reviewer) return m.catalogue_course_not_reviewed();
  const { name, qualification, date, read } = reviewer;
  const locale = getLocale();
  const later = new Intl.ListFormat(locale === "en" ? "en-GB" : "nl-NL").format((read?.later ?? []).map(String));
  return [
    date
      ? m.catalogue_course_reviewed_on({ name, qualification, date: formatDate(date, locale) })
      : m.catalogue_course_reviewed({ name, qualification }),
    read?.revision ? m.catalogue_review_read({ revision: read.revision }) : null,
    read && read.later.length > 0 ? m.catalogue_review_later({ count: read.later.length, revisions: later }) : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}
