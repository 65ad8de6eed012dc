import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import type { OutlineLesson } from "./lesson-view.ts";

interface LessonOutlineProps {
  /** the id of its heading: the list stands twice on a page, for narrow and for wide screens */
  titleId: string;
  slug: string;
  current: string;
  /** a window of the course around the current lesson */
  lessons: OutlineLesson[];
  modules: { id: string; title: string }[];
  total: number;
  locale: string;
}

/** The lessons around this one, each with where it stands, in words and by a sign. The whole list is on the course's own page. */
export function LessonOutline({ titleId, slug, current, lessons, modules, total, locale }: LessonOutlineProps) {
  const groups = [...Map.groupBy(lessons, (lesson) => lesson.moduleId)];
  return (
    <nav className="outline" aria-labelledby={titleId}>
      <h2 id={titleId}>{m.learning_outline()}</h2>
      {groups.map(([moduleId, inModule]) => (
        <div key={moduleId}>
          {modules.length > 1 ? (
            <p className="outline-module" lang="nl">
              {modules.find(({ id }) => id === moduleId)?.title}
            </p>
          ) : null}
          <ol>
            {inModule.map((lesson) => (
              <OutlineRow
                key={lesson.id}
                href={paths.lesson(slug, lesson.id)}
                lesson={lesson}
                here={lesson.id === current}
                locale={locale}
              />
            ))}
          </ol>
        </div>
      ))}
      {total > lessons.length ? <a href={paths.learnCourse(slug)}>{m.learning_outline_all({ total })}</a> : null}
    </nav>
  );
}

function OutlineRow({ href, lesson, here, locale }: { href: string; lesson: OutlineLesson; here: boolean; locale: string }) {
  const state = lesson.finished ? "done" : here ? "here" : "open";
  return (
    <li className={`signed state-${state}`} value={lesson.position}>
      <a href={href} aria-current={here ? "page" : undefined} lang="nl">
        {lesson.title}
      </a>
      <span className="outline-facts">{`${formatMinutes(lesson.minutes, locale)} · ${stateWords(lesson.finished, here)}`}</span>
    </li>
  );
}

function stateWords(finished: boolean, here: boolean): string {
  if (here) return finished ? m.learning_outline_here_done() : m.learning_outline_here();
  return finished ? m.learning_lesson_finished() : m.learning_outline_open();
}
