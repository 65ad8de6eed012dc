import { Form } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { FinishedNotice, TakeBack } from "./finished-notice.tsx";
import { lessonDisplayId, lessonEndId, lessonVerbs } from "./learn-paths.ts";
import type { LessonView } from "./lesson-reader.tsx";

type Neighbour = LessonView["outline"][number];

/** Where a lesson ends: one thing to do now, which says where it leads; and small, the way back and how the page looks. */
export function LessonEnd({ view }: { view: LessonView }) {
  const { slug, lesson, outline } = view;
  const at = outline.findIndex((near) => near.id === lesson.id);
  const previous = outline[at - 1];
  const next = outline[at + 1];
  return (
    <div className="lesson-end" id={lessonEndId}>
      {view.reopened ? <FinishedNotice>{view.reopened}</FinishedNotice> : null}
      {view.finished ? (
        <Finished view={view} next={next} />
      ) : (
        <Form method="post" action={paths.finishLesson(slug, lesson.id)}>
          {next ? <HiddenField name="next" value={next.id} /> : null}
          <Button>{next ? m.learning_finish_next() : m.learning_finish_last()}</Button>
          {next ? (
            <p className="hint">
              <NextWords next={next} />
            </p>
          ) : null}
        </Form>
      )}
      <p className="lesson-foot">
        {previous ? (
          <a href={paths.lesson(slug, previous.id)} rel="prev">
            {m.learning_previous()}: <span lang="nl">{previous.title}</span>
          </a>
        ) : null}
        <a href={`#${lessonDisplayId}`}>{m.common_display()}</a>
      </p>
    </div>
  );
}

/** A lesson that is finished: to be taken back while that can be done, and then the next one, or what the course's own page says. */
function Finished({ view: { slug, lesson, fixed }, next }: { view: LessonView; next: Neighbour | undefined }) {
  return (
    <>
      <p className="lesson-finished">{m.learning_finished()}</p>
      {fixed ? <p className="hint">{fixed}</p> : <TakeBack action={lessonVerbs.reopen(slug, lesson.id)} />}
      <ButtonLink to={next ? paths.lesson(slug, next.id) : paths.learnCourse(slug)} reload>
        {next ? <NextWords next={next} /> : m.learning_to_course_home()}
      </ButtonLink>
    </>
  );
}

/** What comes after this lesson, and how long it takes. */
function NextWords({ next }: { next: Neighbour }) {
  return (
    <WithTitle say={(title) => m.learning_next_button({ title, time: formatMinutes(next.minutes, getLocale()) })} title={next.title} />
  );
}
