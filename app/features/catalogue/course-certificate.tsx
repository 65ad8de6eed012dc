import { paths } from "#app/paths.ts";
import { formatDate, formatNumber } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { Requirement } from "./compiled.ts";
import type { CourseAccreditation } from "./courses.server.ts";

function needInWords(requirement: Requirement): string {
  switch (requirement.type) {
    case "lessons-finished":
      return m.catalogue_course_req_lessons({ count: requirement.lessons.length });
    case "cases-written":
      return m.catalogue_course_req_cases({ count: requirement.cases.length });
    case "check-passed":
      return m.catalogue_course_req_check({ percent: requirement.percent });
    case "final-test-passed":
      return m.catalogue_course_req_final({ percent: requirement.percent });
  }
}

/** What one does for it, what it says, and how others know that it is true. */
export function CertificateExplained({ requirements }: { requirements: readonly Requirement[] }) {
  return (
    <>
      <h3>{m.catalogue_certificate_needs()}</h3>
      <ul className="text-list">
        {requirements.map((requirement) => (
          <li key={JSON.stringify(requirement)}>{needInWords(requirement)}</li>
        ))}
      </ul>
      <h3>{m.catalogue_certificate_says()}</h3>
      <p>{m.catalogue_certificate_says_text()}</p>
      <h3>{m.catalogue_certificate_checked()}</h3>
      <p>
        {m.catalogue_certificate_checked_text()} <TextLink to={paths.verifyForm()}>{m.catalogue_certificate_checked_link()}</TextLink>
      </p>
    </>
  );
}

function accreditationInWords({ register, standing, pointsHundredth, peCourseId, validFrom, validTo }: CourseAccreditation): string {
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
  }
}

/** Where points can be had, and where they are only hoped for. */
export function AccreditationList({
  accreditations,
  aimedAt,
  note,
}: {
  accreditations: readonly CourseAccreditation[];
  aimedAt: readonly string[];
  note: string;
}) {
  return (
    <>
      {accreditations.some((accreditation) => accreditation.standing === "in-force") ? null : (
        <p>{m.catalogue_course_accreditation_none()}</p>
      )}
      {accreditations.length > 0 ? (
        <ul className="text-list">
          {accreditations.map((accreditation) => (
            <li key={`${accreditation.register} ${accreditation.peCourseId ?? ""} ${String(accreditation.validFrom)}`}>
              {accreditationInWords(accreditation)}
            </li>
          ))}
        </ul>
      ) : null}
      {aimedAt.length > 0 ? <p>{m.catalogue_course_accreditation_aim({ registers: aimedAt.join(", ") })}</p> : null}
      <p lang="nl">{note}</p>
    </>
  );
}
