import { formatDate, formatMinutes, formatNumber } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import type { PrintedAccreditation, PrintedFacts } from "./snapshot.ts";

export type FactKey = "completed" | "load" | "practice" | "edition" | "accreditation" | "provider" | "signatory" | "issued";

export interface CertificateFact {
  key: FactKey;
  label: string;
  /** one line each */
  lines: string[];
}

type Locale = "nl" | "en";
/** Facts as far as they are known before there is a code. */
export type FactsWithoutCode = Omit<PrintedFacts, "name" | "code" | "verifyUrl">;

/**
 * The facts in words, in the order of the paper. The PDF (always Dutch), the page where the name is confirmed and the verify
 * page all take them from here, so that none can forget one.
 */
export function certificateFacts(printed: FactsWithoutCode, locale: Locale): CertificateFact[] {
  const language = { locale };
  const row = (key: FactKey, label: string, ...lines: string[]): CertificateFact => ({ key, label, lines });
  return [
    row("completed", m.certificates_fact_completed({}, language), formatDate(printed.completedOn, locale)),
    row("load", m.certificates_fact_load({}, language), formatMinutes(printed.studyMinutes, locale)),
    ...(printed.practiceMinutes > 0
      ? [
          row(
            "practice",
            m.certificates_fact_practice({}, language),
            m.certificates_fact_practice_value({ time: formatMinutes(printed.practiceMinutes, locale) }, language),
          ),
        ]
      : []),
    row("accreditation", m.certificates_fact_accreditation({}, language), ...accreditationLines(printed.accreditations, locale)),
    row(
      "edition",
      m.certificates_fact_edition({}, language),
      m.certificates_fact_edition_value({ edition: printed.edition, revision: printed.revision }, language),
    ),
    row("provider", m.certificates_fact_provider({}, language), `${printed.provider.name}, KvK ${printed.provider.kvk}`),
    row("signatory", m.certificates_fact_signatory({}, language), `${printed.signatory.name}, ${printed.signatory.role}`),
    row("issued", m.certificates_fact_issued({}, language), formatDate(printed.issuedOn, locale)),
  ];
}

function accreditationLines(accreditations: readonly PrintedAccreditation[], locale: Locale): string[] {
  if (accreditations.length === 0) return [m.certificates_fact_no_points({}, { locale })];
  return accreditations.map(({ register, pointsHundredth, courseId, category }) => {
    const points = formatNumber(pointsHundredth / 100, locale);
    const value = m.certificates_fact_points({ register, points }, { locale });
    const notes = [category, courseId ? m.certificates_fact_points_id({ id: courseId }, { locale }) : ""].filter(Boolean);
    return notes.length > 0 ? `${value} (${notes.join(", ")})` : value;
  });
}

/** "voor het afronden van de module" */
export function forCompleting(kind: PrintedFacts["course"]["kind"], locale: Locale): string {
  return kind === "masterclass" ? m.certificates_for_masterclass({}, { locale }) : m.certificates_for_module({}, { locale });
}

/** The mark of what was not bought with real money, or null. */
export function practiceMark(mode: PrintedFacts["mode"], locale: Locale): string | null {
  return mode === "live" ? null : m.certificates_practice_mark({}, { locale });
}
