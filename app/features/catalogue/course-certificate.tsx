import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { accreditationInWords } from "./accreditation-words.ts";
import type { Requirement } from "./compiled.ts";
import type { CourseAccreditation } from "./courses.server.ts";

/** One condition for the certificate, as a sentence. */
export function needInWords(requirement: Requirement): string {
  switch (requirement.type) {
    case "lessons-finished":
      return m.catalogue_course_req_lessons({ count: requirement.lessons.length });
    case "cases-written":
      return m.catalogue_course_req_cases({ count: requirement.cases.length });
    case "check-passed":
      return m.catalogue_course_req_check({ percent: requirement.percent });
    case "final-test-passed":
      return m.catalogue_course_req_final({ percent: requirement.percent });
    case "vignettes-played":
      return m.catalogue_course_req_vignettes({ count: requirement.vignettes.length });
    case "evaluation-given":
      return m.catalogue_course_req_evaluation();
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
