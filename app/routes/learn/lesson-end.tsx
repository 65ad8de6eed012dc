import { Form } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { LessonView } from "./lesson-reader.tsx";

type Neighbour = LessonView["outline"][number] | undefined;

/** Where a lesson ends: finish it, or go on when that was done; and what comes before and after. */
export function LessonEnd({ view: { slug, lesson, outline, finished } }: { view: LessonView }) {
  const at = outline.findIndex((near) => near.id === lesson.id);
  const previous = outline[at - 1];
  const next = outline[at + 1];
  return (
    <div className="lesson-end">
      {finished ? (
        <Onward slug={slug} next={next} />
      ) : (
        <Form method="post" action={paths.finishLesson(slug, lesson.id)}>
          {next ? <HiddenField name="next" value={next.id} /> : null}
          <Button>{next ? m.learning_finish_next() : m.learning_finish_last()}</Button>
        </Form>
      )}
      {previous || !finished ? (
        <nav className="lesson-neighbours" aria-label={m.learning_neighbours()}>
          {previous ? <NeighbourLink slug={slug} lesson={previous} way="prev" /> : null}
          {finished ? null : next ? (
            <NeighbourLink slug={slug} lesson={next} way="next" />
          ) : (
            <a href={paths.learnCourse(slug)}>{m.learning_to_course_home()}</a>
          )}
        </nav>
      ) : null}
    </div>
  );
}

/** A lesson that is finished has one thing left to do: the next one, or what the course's own page says. */
function Onward({ slug, next }: { slug: string; next: Neighbour }) {
  return (
    <>
      <p className="lesson-finished">{m.learning_finished()}</p>
      {next ? (
        <ButtonLink to={paths.lesson(slug, next.id)} reload>
          <WithTitle
            say={(title) => m.learning_next_button({ title, time: formatMinutes(next.minutes, getLocale()) })}
            title={next.title}
          />
        </ButtonLink>
      ) : (
        <ButtonLink to={paths.learnCourse(slug)} reload>
          {m.learning_to_course_home()}
        </ButtonLink>
      )}
    </>
  );
}

function NeighbourLink({ slug, lesson, way }: { slug: string; lesson: NonNullable<Neighbour>; way: "prev" | "next" }) {
  return (
    <a href={paths.lesson(slug, lesson.id)} rel={way} className="neighbour">
      <span className="neighbour-way">{way === "prev" ? m.learning_previous() : m.learning_next()}</span>{" "}
      <span className="neighbour-title" lang="nl">
        {lesson.title}
      </span>{" "}
      {way === "next" ? <span className="neighbour-minutes">{formatMinutes(lesson.minutes, getLocale())}</span> : null}
    </a>
  );
}
