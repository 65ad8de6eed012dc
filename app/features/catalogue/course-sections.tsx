import { paths } from "#app/paths.ts";
import { formatDate, formatMinutes } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { CompiledCourse, Reference, Requirement, StudyLoad } from "./compiled.ts";
import type { CourseAccreditation, CoursePage } from "./courses.server.ts";
import { SourceList } from "./source-list.tsx";

/** Modules, lessons with their minutes, and tests. */
export function Programme({ course }: { course: Pick<CompiledCourse, "slug" | "modules" | "finalTest"> }) {
  const locale = getLocale();
  const { finalTest } = course;
  return (
    <>
      {course.modules.map((module) => (
        <div key={module.id}>
          {course.modules.length > 1 ? <h3 lang="nl">{module.title}</h3> : null}
          <ol className="programme">
            {module.lessons.map((lesson) => (
              <li key={lesson.id}>
                <span className="programme-title" lang="nl">
                  {lesson.title}
                </span>
                <span className="programme-minutes">{formatMinutes(lesson.minutes, locale)}</span>
                <p lang="nl">{lesson.summary}</p>
                {lesson.preview ? (
                  <p>
                    <TextLink to={paths.preview(course.slug, lesson.id)}>
                      {m.catalogue_course_preview()}
                      <span className="visually-hidden" lang="nl">
                        : {lesson.title}
                      </span>
                    </TextLink>
                  </p>
                ) : null}
              </li>
            ))}
            {module.check ? (
              <li>
                <span className="programme-title">{m.catalogue_course_check()}</span>
              </li>
            ) : null}
          </ol>
        </div>
      ))}
      {finalTest ? (
        <>
          <p>
            {m.catalogue_course_final({
              title: m.catalogue_course_load_test(),
              questions: finalTest.questions,
              percent: finalTest.percent,
            })}
          </p>
          <p>
            {finalTest.attempts === null
              ? m.catalogue_course_final_unlimited({ hours: finalTest.waitHours })
              : m.catalogue_course_final_attempts({ attempts: finalTest.attempts, hours: finalTest.waitHours })}
          </p>
        </>
      ) : null}
    </>
  );
}

/** Minutes per kind and their sum; practice below it, because it does not count. */
export function StudyLoadTable({ load }: { load: StudyLoad }) {
  const locale = getLocale();
  const rows = [
    [m.catalogue_course_load_reading(), load.reading],
    [m.catalogue_course_load_reflection(), load.reflection],
    [m.catalogue_course_load_case(), load.case],
    [m.catalogue_course_load_check(), load.check],
    [m.catalogue_course_load_test(), load.test],
  ] as const;
  return (
    <table className="table study-load">
      <caption>{m.catalogue_course_load_caption()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.catalogue_course_load_kind()}</th>
          <th scope="col">{m.catalogue_course_load_minutes()}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([, minutes]) => minutes > 0)
          .map(([kind, minutes]) => (
            <LoadRow key={kind} kind={kind} duration={formatMinutes(minutes, locale)} />
          ))}
        <LoadRow kind={m.catalogue_course_load_total()} duration={formatMinutes(load.total, locale)} total />
        {load.practice > 0 ? <LoadRow kind={m.catalogue_course_load_practice()} duration={formatMinutes(load.practice, locale)} /> : null}
      </tbody>
    </table>
  );
}

function LoadRow({ kind, duration, total }: { kind: string; duration: string; total?: boolean }) {
  return (
    <tr className={total ? "study-load-total" : undefined}>
      <th scope="row">{kind}</th>
      <td data-label={m.catalogue_course_load_minutes()}>{duration}</td>
    </tr>
  );
}

function needInWords(requirement: Requirement): string {
  switch (requirement.type) {
    case "lessons-finished":
      return requirement.lessons.length === 1
        ? m.catalogue_course_req_lessons_one()
        : m.catalogue_course_req_lessons({ count: requirement.lessons.length });
    case "cases-written":
      return requirement.cases.length === 1
        ? m.catalogue_course_req_cases_one()
        : m.catalogue_course_req_cases({ count: requirement.cases.length });
    case "check-passed":
      return m.catalogue_course_req_check({ percent: requirement.percent });
    case "final-test-passed":
      return m.catalogue_course_req_final({ percent: requirement.percent });
  }
}

export function CertificateNeeds({ requirements }: { requirements: readonly Requirement[] }) {
  return (
    <>
      <ul className="text-list">
        {requirements.map((requirement) => (
          <li key={JSON.stringify(requirement)}>{needInWords(requirement)}</li>
        ))}
      </ul>
      <p>{m.catalogue_course_certificate_note()}</p>
    </>
  );
}

function accreditationInWords({ register, standing, pointsHundredth, peCourseId, validFrom, validTo }: CourseAccreditation): string {
  const locale = getLocale();
  const points = new Intl.NumberFormat(locale).format(pointsHundredth / 100);
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

/** Who wrote it, with what interests, and who judged it. That nobody did stands at the top of the page, beside the price. */
export function Makers({
  course: { authors, edition, revision },
  reviewer,
}: {
  course: Pick<CompiledCourse, "authors" | "edition" | "revision">;
  reviewer: CoursePage["reviewer"];
}) {
  const { name = "", qualification = "", date = null } = reviewer ?? {};
  return (
    <>
      <dl lang="nl" className="questions">
        {authors.map((author) => (
          <div key={author.name}>
            <dt>{author.name}</dt>
            <dd>{author.note}</dd>
            <dt lang={getLocale()}>{m.catalogue_course_interests()}</dt>
            <dd>{author.interests}</dd>
          </div>
        ))}
      </dl>
      {reviewer ? (
        <p>
          {date
            ? m.catalogue_course_reviewed_on({ name, qualification, date: formatDate(date, getLocale()) })
            : m.catalogue_course_reviewed({ name, qualification })}
        </p>
      ) : null}
      <p className="hint">{m.catalogue_course_edition({ edition, revision })}</p>
    </>
  );
}

/** What to read first, with why; then everything. */
export function ReadingList({
  recommended,
  sources,
}: {
  recommended: readonly { key: string; full: string; note: string }[];
  sources: readonly Reference[];
}) {
  return (
    <>
      <p>{m.catalogue_course_sources_lead()}</p>
      <ul lang="nl" className="text-list">
        {recommended.map((entry) => (
          <li key={entry.key}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own formatter, which escapes every field */}
            <span dangerouslySetInnerHTML={{ __html: entry.full }} />
            <span className="source-facts">{entry.note}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{m.catalogue_course_sources_all({ count: sources.length })}</summary>
        <SourceList references={sources} alone />
      </details>
    </>
  );
}
