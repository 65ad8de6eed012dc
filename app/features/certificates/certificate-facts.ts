import { formatDate, formatMinutes, formatNumber } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import type { PrintedAccreditation, PrintedFacts } from "./snapshot.ts";

export type FactKey = "completed" | "load" | "practice" | "edition" | "accreditation" | "provider" | "signatory" | "issued";

export interface CertificateFact {
  key: FactKey;
  label: string;
  lines: FactLine[];
}

/** A line in pieces: words in the reader's language, and what stands in Dutch because somebody typed it so. */
export type FactLine = readonly (string | { dutch: string })[];

export const plainLine = (line: FactLine): string => line.map((piece) => (typeof piece === "string" ? piece : piece.dutch)).join("");

type Locale = "nl" | "en";
/** Facts as far as they are known before there is a code. */
export type FactsWithoutCode = Omit<PrintedFacts, "name" | "code" | "verifyUrl">;

/**
 * The facts in words, in the order of the paper. The PDF (always Dutch), the page where the name is confirmed and the verify
 * page all take them from here, so that none can forget one.
 */
export function certificateFacts(printed: FactsWithoutCode, locale: Locale): CertificateFact[] {
  const language = { locale };
  const row = (key: FactKey, label: string, ...lines: (string | FactLine)[]): CertificateFact => ({
    key,
    label,
    lines: lines.map((line) => (typeof line === "string" ? [line] : line)),
  });
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
    row("provider", m.certificates_fact_provider({}, language), [{ dutch: printed.provider.name }, `, KvK ${printed.provider.kvk}`]),
    row("signatory", m.certificates_fact_signatory({}, language), [`${printed.signatory.name}, `, { dutch: printed.signatory.role }]),
    row("issued", m.certificates_fact_issued({}, language), formatDate(printed.issuedOn, locale)),
  ];
}

function accreditationLines(accreditations: readonly PrintedAccreditation[], locale: Locale): FactLine[] {
  if (accreditations.length === 0) return [[m.certificates_fact_no_points({}, { locale })]];
  return accreditations.map(({ register, pointsHundredth, courseId, category }): FactLine => {
    const points = formatNumber(pointsHundredth / 100, locale);
    const value = m.certificates_fact_points({ register, points }, { locale });
    const id = courseId ? m.certificates_fact_points_id({ id: courseId }, { locale }) : "";
    if (!category) return [id ? `${value} (${id})` : value];
    return [`${value} (`, { dutch: category }, id ? `, ${id})` : ")"];
  });
}

/** The frozen result as its rule words it now for this reader; null for one that no rule gives any more. */
export function resultInWords(result: string, locale: Locale): string | null {
  const rule = [m.certificates_result_test, m.certificates_result_completed].find((words) => words({}, { locale: "nl" }) === result);
  return rule ? rule({}, { locale }) : null;
}

/** "voor het afronden van de module" */
export function forCompleting(kind: PrintedFacts["course"]["kind"], locale: Locale): string {
  return kind === "masterclass" ? m.certificates_for_masterclass({}, { locale }) : m.certificates_for_module({}, { locale });
}

/** The mark of what was not bought with real money, or null. */
export function practiceMark(mode: PrintedFacts["mode"], locale: Locale): string | null {
  return mode === "live" ? null : m.certificates_practice_mark({}, { locale });
}
