import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";

export interface ProgrammeModule {
  id: string;
  title: string;
  lessons: { id: string; title: string; summary: string; minutes: number; finished: boolean; opened: boolean }[];
}

export interface ProgrammeTest {
  id: string;
  kind: "check" | "final";
  /** the module it closes; null for the final test */
  moduleId: string | null;
  title: string;
  questions: number;
  minutes: number;
  /** the pass mark */
  percent: number;
  state: "new" | "open" | "failed" | "passed";
}

interface ProgrammeProps {
  slug: string;
  modules: ProgrammeModule[];
  tests: ProgrammeTest[];
  /** false before Begin: the programme shows, and opens nothing */
  linked: boolean;
  locale: string;
}

/** The whole course with what is done of it, lessons and tests alike. Plain links: a long list of prefetching ones would cost more than it gives. */
export function Programme({ slug, modules, tests, linked, locale }: ProgrammeProps) {
  const finals = tests.filter(({ kind }) => kind === "final");
  return (
    <div className="learn-programme">
      {modules.map((module) => (
        <section key={module.id} className="learn-programme-module">
          <h3 lang="nl">{module.title}</h3>
          <ol className="learn-programme-lessons">
            {module.lessons.map((lesson) => (
              <Row
                key={lesson.id}
                to={linked ? paths.lesson(slug, lesson.id) : null}
                title={lesson.title}
                sign={lesson.finished ? "done" : lesson.opened ? "here" : "open"}
                facts={[formatMinutes(lesson.minutes, locale), lessonState(lesson)]}
              >
                <span className="learn-programme-summary" lang="nl">
                  {lesson.summary}
                </span>
              </Row>
            ))}
            {tests
              .filter(({ kind, moduleId }) => kind === "check" && moduleId === module.id)
              .map((test) => (
                <TestRow key={test.id} slug={slug} test={test} linked={linked} locale={locale} />
              ))}
          </ol>
        </section>
      ))}
      {finals.length > 0 ? (
        <ul className="learn-programme-lessons learn-programme-final">
          {finals.map((test) => (
            <TestRow key={test.id} slug={slug} test={test} linked={linked} locale={locale} />
          ))}
        </ul>
      ) : null}
      {linked ? <OnPaper slug={slug} modules={modules} /> : null}
    </div>
  );
}

interface RowProps {
  /** null: it does not open yet */
  to: string | null;
  title: string;
  sign: "done" | "here" | "open";
  facts: string[];
  children?: ReactNode;
}

function Row({ to, title, sign, facts, children }: RowProps) {
  return (
    <li className={`signed state-${sign}`}>
      <span lang="nl">{to ? <a href={to}>{title}</a> : <strong>{title}</strong>}</span>
      <span className="learn-programme-facts">{facts.join(" · ")}</span>
      {children}
    </li>
  );
}

function TestRow({ slug, test, linked, locale }: { slug: string; test: ProgrammeTest; linked: boolean; locale: string }) {
  return (
    <Row
      to={linked ? paths.test(slug, test.id) : null}
      title={test.title}
      sign={test.state === "passed" ? "done" : test.state === "new" ? "open" : "here"}
      facts={[
        m.learning_test_questions({ count: test.questions }),
        formatMinutes(test.minutes, locale),
        m.learning_test_pass({ percent: test.percent }),
        testState(test),
      ]}
    />
  );
}

/** The lessons to read on paper, apart from what is to be done. */
function OnPaper({ slug, modules }: { slug: string; modules: ProgrammeModule[] }) {
  return (
    <p className="row-links">
      {modules.map(({ id, title }) => (
        <a key={id} href={paths.printModule(slug, id)}>
          {modules.length === 1 ? (
            m.learning_print_module()
          ) : (
            <WithTitle say={(name) => m.learning_print_module_title({ title: name })} title={title} />
          )}
        </a>
      ))}
    </p>
  );
}

function lessonState({ finished, opened }: { finished: boolean; opened: boolean }): string {
  if (finished) return m.learning_lesson_finished();
  return opened ? m.learning_lesson_opened() : m.learning_lesson_new();
}

function testState({ state }: ProgrammeTest): string {
  switch (state) {
    case "new":
      return m.learning_test_new();
    case "open":
      return m.learning_test_open();
    case "failed":
      return m.learning_test_failed();
    case "passed":
      return m.learning_test_passed();
  }
}
