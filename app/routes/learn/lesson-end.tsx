import { Form } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { Button } from "#app/ui/actions.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { LessonView } from "./lesson-reader.tsx";

/** Where a lesson ends: finish it, and what comes before and after. */
export function LessonEnd({ view: { slug, lesson, outline, finished } }: { view: LessonView }) {
  const at = outline.findIndex((near) => near.id === lesson.id);
  const previous = outline[at - 1];
  const next = outline[at + 1];
  return (
    <div className="lesson-end">
      {finished ? (
        <p className="lesson-finished">{m.learning_finished()}</p>
      ) : (
        <Form method="post" action={paths.finishLesson(slug, lesson.id)}>
          {next ? <HiddenField name="next" value={next.id} /> : null}
          <Button>{next ? m.learning_finish_next() : m.learning_finish_last()}</Button>
        </Form>
      )}
      <nav className="lesson-neighbours" aria-label={m.learning_neighbours()}>
        {previous ? (
          <a href={paths.lesson(slug, previous.id)} rel="prev">
            <span className="neighbour-way">{m.learning_previous()}</span> <span lang="nl">{previous.title}</span>
          </a>
        ) : null}
        {next ? (
          <a href={paths.lesson(slug, next.id)} rel="next">
            <span className="neighbour-way">{m.learning_next()}</span> <span lang="nl">{next.title}</span>{" "}
            <span className="neighbour-minutes">{formatMinutes(next.minutes, getLocale())}</span>
          </a>
        ) : (
          <a href={paths.learnCourse(slug)}>{m.learning_to_course_home()}</a>
        )}
      </nav>
    </div>
  );
}
