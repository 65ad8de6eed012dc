import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { CompiledCourse, StudyLoad } from "./compiled.ts";

interface ProgrammeProps {
  course: Pick<CompiledCourse, "slug" | "modules" | "finalTest" | "studyLoad">;
  /** test id → how many questions a knowledge check has */
  checkQuestions: Readonly<Record<string, number>>;
}

/** Modules, lessons with their minutes, and tests. */
export function Programme({ course, checkQuestions }: ProgrammeProps) {
  const locale = getLocale();
  const { finalTest, studyLoad } = course;
  const total = Object.values(checkQuestions).reduce((sum, questions) => sum + questions, 0);
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
              <TestRow
                title={m.catalogue_course_load_check()}
                questions={checkQuestions[module.check] ?? 0}
                // Each check its share of the time for all of them.
                minutes={Math.round((studyLoad.check * (checkQuestions[module.check] ?? 0)) / Math.max(1, total))}
              >
                {m.catalogue_course_check()}
              </TestRow>
            ) : null}
          </ol>
        </div>
      ))}
      {finalTest ? (
        <ul className="programme">
          <TestRow title={m.catalogue_course_load_test()} questions={finalTest.questions} minutes={studyLoad.test}>
            {m.catalogue_course_final({ percent: finalTest.percent })}{" "}
            {finalTest.attempts === null
              ? m.catalogue_course_final_unlimited({ hours: finalTest.waitHours })
              : m.catalogue_course_final_attempts({ attempts: finalTest.attempts, hours: finalTest.waitHours })}
          </TestRow>
        </ul>
      ) : null}
    </>
  );
}

function TestRow({ title, questions, minutes, children }: { title: string; questions: number; minutes: number; children: ReactNode }) {
  return (
    <li>
      <span className="programme-title">{title}</span>
      <span className="programme-minutes">
        {m.catalogue_course_questions_count({ count: questions })} · {formatMinutes(minutes, getLocale())}
      </span>
      <p>{children}</p>
    </li>
  );
}

/** Minutes per kind and their sum; practice below it, because it does not count. */
export function StudyLoadTable({ load }: { load: StudyLoad }) {
  const locale = getLocale();
  const rows = [
    [m.catalogue_course_load_reading(), load.reading],
    [m.catalogue_course_load_media(), load.media ?? 0],
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
          <th scope="col" className="number">
            {m.catalogue_course_load_minutes()}
          </th>
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
      <td className="number" data-label={m.catalogue_course_load_minutes()}>
        {duration}
      </td>
    </tr>
  );
}
