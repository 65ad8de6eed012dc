import { paths } from "#app/paths.ts";
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
}

/** The lessons around this one. The whole list is on the course's own page. */
export function LessonOutline({ titleId, slug, current, lessons, modules, total }: LessonOutlineProps) {
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
          <ol start={inModule[0]?.position}>
            {inModule.map((lesson) => (
              <li key={lesson.id}>
                <a href={paths.lesson(slug, lesson.id)} aria-current={lesson.id === current ? "page" : undefined} lang="nl">
                  {lesson.title}
                </a>
                {lesson.finished ? <span className="outline-done"> {m.learning_outline_done()}</span> : null}
              </li>
            ))}
          </ol>
        </div>
      ))}
      {total > lessons.length ? <a href={paths.learnCourse(slug)}>{m.learning_outline_all({ total })}</a> : null}
    </nav>
  );
}
