import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";

export interface ProgrammeModule {
  id: string;
  title: string;
  check: string | null;
  lessons: { id: string; title: string; summary: string; minutes: number; finished: boolean; opened: boolean }[];
}

interface ProgrammeProps {
  slug: string;
  modules: ProgrammeModule[];
  finalTest: { id: string; title: string } | null;
  /** false before Begin: the programme shows, and opens nothing */
  linked: boolean;
  locale: string;
}

/** The whole course with what is done of it. Plain links: a long list of prefetching ones would cost more than it gives. */
export function Programme({ slug, modules, finalTest, linked, locale }: ProgrammeProps) {
  return (
    <div className="learn-programme">
      {modules.map((module) => (
        <section key={module.id} className="learn-programme-module">
          <h3 lang="nl">{module.title}</h3>
          <ol className="learn-programme-lessons">
            {module.lessons.map((lesson) => (
              <li key={lesson.id} className={`signed state-${lesson.finished ? "done" : lesson.opened ? "here" : "open"}`}>
                <span lang="nl">
                  {linked ? <a href={paths.lesson(slug, lesson.id)}>{lesson.title}</a> : <strong>{lesson.title}</strong>}
                </span>
                <span className="learn-programme-facts">
                  {formatMinutes(lesson.minutes, locale)} · {state(lesson)}
                </span>
                <span className="learn-programme-summary" lang="nl">
                  {lesson.summary}
                </span>
              </li>
            ))}
          </ol>
          {linked ? (
            <p className="row-links">
              {module.check ? <a href={paths.test(slug, module.check)}>{m.learning_to_check()}</a> : null}
              <a href={paths.printModule(slug, module.id)}>{m.learning_print_module()}</a>
            </p>
          ) : null}
        </section>
      ))}
      {finalTest ? (
        <section className="learn-programme-module">
          <h3 lang="nl">{finalTest.title}</h3>
          {linked ? (
            <p>
              <a href={paths.test(slug, finalTest.id)}>{m.learning_to_final()}</a>
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

function state({ finished, opened }: { finished: boolean; opened: boolean }): string {
  if (finished) return m.learning_lesson_finished();
  return opened ? m.learning_lesson_opened() : m.learning_lesson_new();
}
