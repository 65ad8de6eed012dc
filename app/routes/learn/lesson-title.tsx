import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { LessonView } from "./lesson-reader.tsx";
import { ReaderBar } from "./reader-bar.tsx";

/** The title page of a lesson: what it belongs to, its name, what it is about, its place and its minutes; then the reader's tools. */
export function LessonTitle({ view }: { view: LessonView }) {
  const { slug, course, lesson, outline } = view;
  const at = outline.findIndex((near) => near.id === lesson.id);
  const module = course.modules.length > 1 ? course.modules.find(({ id }) => id === lesson.moduleId) : undefined;
  const next = outline[at + 1];
  return (
    <header className="lesson-title">
      <p className="eyebrow">
        <TextLink to={paths.learnCourse(slug)}>
          <span lang="nl">{course.title}</span>
        </TextLink>
        {module ? <span lang="nl"> · {module.title}</span> : null}
      </p>
      <h1 lang="nl">{lesson.title}</h1>
      <p className="lead" lang="nl">
        {lesson.summary}
      </p>
      <p className="reader-facts">
        {[
          m.learning_lesson_place({ position: view.position, total: course.lessons }),
          formatMinutes(view.minutes, getLocale()),
          ...(view.finished ? [m.learning_lesson_finished()] : []),
        ].join(" · ")}
      </p>
      <ReaderBar
        slug={slug}
        lessonId={lesson.id}
        helpLines={view.helpLines !== null}
        nextLesson={next ? paths.lesson(slug, next.id) : null}
      />
    </header>
  );
}
