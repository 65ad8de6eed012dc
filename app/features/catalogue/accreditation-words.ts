import { formatDate, formatNumber } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { AccreditationStanding } from "./accreditations.ts";

interface SaidOfAccreditation {
  register: string;
  standing: AccreditationStanding;
  pointsHundredth: number;
  peCourseId: string | null;
  validFrom: Date | null;
  validTo: Date | null;
}

/** How an accreditation stands, for a buyer, in one line. */
export function accreditationInWords({ register, standing, pointsHundredth, peCourseId, validFrom, validTo }: SaidOfAccreditation): string {
  const locale = getLocale();
  const points = formatNumber(pointsHundredth / 100, locale);
  const id = peCourseId ?? "–";
  switch (standing) {
    case "in-force":
      return validTo
        ? m.catalogue_course_accreditation_in_force({ register, points, id, date: formatDate(validTo, locale) })
        : m.catalogue_course_accreditation_open({ register, points, id });
    case "later":
      return m.catalogue_course_accreditation_later({ register, date: validFrom ? formatDate(validFrom, locale) : "" });
    case "requested":
      return m.catalogue_course_accreditation_requested({ register });
    case "refused":
      return m.catalogue_course_accreditation_refused({ register });
    case "lapsed":
      return m.catalogue_course_accreditation_lapsed({ register });
    case "other-text":
      return m.catalogue_course_accreditation_other_text({ register });
  }
}

/** The same as a warning before something is bought: no points now, and why. */
export function noPointsInWords({
  register,
  standing,
  validFrom,
  validTo,
}: Pick<SaidOfAccreditation, "register" | "standing" | "validFrom" | "validTo">) {
  const locale = getLocale();
  if (standing === "later") return m.catalogue_no_points_later({ register, date: validFrom ? formatDate(validFrom, locale) : "" });
  if (standing === "other-text") return m.catalogue_no_points_other_text({ register });
  return validTo ? m.catalogue_no_points_over({ register, date: formatDate(validTo, locale) }) : m.catalogue_no_points_lapsed({ register });
}
