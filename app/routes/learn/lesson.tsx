import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Outlet, useLoaderData, useParams } from "@remix-run/react";
import { type WritingBlock as CatalogueBlock, LessonBlocks } from "#app/features/catalogue/lesson-blocks.tsx";
import { SafetyBlock } from "#app/features/catalogue/safety-block.tsx";
import { SourceList } from "#app/features/catalogue/source-list.tsx";
import { LessonContents } from "#app/features/learning/lesson-contents.tsx";
import { LessonOutline } from "#app/features/learning/lesson-outline.tsx";
import { type LessonPage, lessonPage } from "#app/features/learning/lesson-page.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { isAnswer } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { insideCourse, insideCourseOrNull, isPrefetch, required } from "./enter.server.ts";
import { FinishedNotice } from "./finished-notice.tsx";
import { useReading } from "./use-reading.ts";
import { WritingBlock } from "./writing-block.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view?.kind === "lesson" ? view.lesson.title : m.learning_overview_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  // A refused text must not be lost to a redirect: without session or access its own page is shown, and nothing of the lesson.
  const inside = isAnswer(request) ? await insideCourseOrNull(args) : await insideCourse(args);
  if (!inside) return { kind: "answer" as const };
  const { learner, slug, viewer } = inside;
  const ahead = isPrefetch(request);
  const page = await lessonPage(learner, required(params.lessonId), { visit: !ahead }, context.now);
  if (!page) throw notFound();
  const asked = new URL(request.url).searchParams.get("finished");
  const finishedNow = page.outline.find((near) => near.id === asked && near.finished) ?? null;
  const view = { kind: "lesson" as const, slug, personId: viewer.id, finishedNow, ...page };
  // What was fetched ahead must be fetched again at the visit, or the visit would never be seen.
  return ahead ? data(view, { headers: { "Cache-Control": "no-store" } }) : view;
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

type View = LessonPage & { slug: string; personId: string /** said at the top */; finishedNow: LessonPage["outline"][number] | null };

export default function LessonRoute() {
  const view = useLoaderData<typeof loader>();
  return view.kind === "lesson" ? <Lesson key={view.lesson.id} view={view} /> : <Outlet context={null} />;
}

function Lesson({ view }: { view: View }) {
  const { slug, lesson, outline } = view;
  const locale = getLocale();
  const article = useReading(slug, lesson.id);
  const done = m.learning_progress_lessons({ done: view.lessonsFinished, total: view.course.lessons });
  const list = { slug, current: lesson.id, lessons: outline, modules: view.course.modules, total: view.course.lessons };
  const references = Object.fromEntries(view.references.map((reference) => [reference.key, reference]));
  return (
    <div className="reader">
      <article ref={article} className="reader-lesson">
        <Page
          eyebrow={
            <TextLink to={paths.learnCourse(slug)}>
              <span lang="nl">{view.course.title}</span>
            </TextLink>
          }
          title={<span lang="nl">{lesson.title}</span>}
          lead={<span lang="nl">{lesson.summary}</span>}
        >
          {view.finishedNow ? <FinishedNotice>{m.learning_finished_now({ position: view.finishedNow.position })}</FinishedNotice> : null}
          <p className="reader-facts">
            {m.learning_lesson_place({ position: view.position, total: view.course.lessons })} · {formatMinutes(view.minutes, locale)}
          </p>
          <LessonContents
            steps={lesson.steps.map(({ id, title }, position) => ({ id, title, minutes: view.stepMinutes[position] ?? 1 }))}
            helpLines={view.helpLines !== null}
            locale={locale}
          />
          <details className="reader-lessons">
            <summary>{`${m.learning_outline()}: ${done}`}</summary>
            <LessonOutline titleId="outline-top" {...list} />
          </details>
          <Resume view={view} />
          {lesson.steps.map((step) => (
            <section key={step.id} id={step.id} data-step={step.id} className="lesson-step">
              {step.title ? <h2 lang="nl">{step.title}</h2> : null}
              <LessonBlocks
                blocks={step.blocks}
                references={references}
                renderWriting={(block) => <WritingPart view={view} block={block} />}
              />
            </section>
          ))}
          <Onward view={view} />
          {view.references.length > 0 ? (
            <Section title={m.learning_sources()}>
              <SourceList references={view.references} />
            </Section>
          ) : null}
          {view.helpLines ? <SafetyBlock helpLines={view.helpLines} /> : null}
        </Page>
      </article>
      <aside className="reader-side">
        <Progress value={view.lessonsFinished} max={view.course.lessons} label={done} />
        <LessonOutline titleId="outline-side" {...list} />
        {view.helpLines ? (
          <p>
            <a href="#hulplijnen">{m.learning_help_lines()}</a>
          </p>
        ) : null}
      </aside>
    </div>
  );
}

/** Where the reader was, on whatever device that was. */
function Resume({ view: { lesson, lastStepId, finished } }: { view: View }) {
  const position = lesson.steps.findIndex((step) => step.id === lastStepId);
  const step = lesson.steps[position];
  if (!step || position === 0 || finished) return null;
  return (
    <p className="resume">
      <a href={`#${step.id}`}>{step.title ? m.learning_resume({ title: step.title }) : m.learning_resume_plain()}</a>
    </p>
  );
}

/** A text's own form; or, when its last save was refused, the verb's answer in its place. */
function WritingPart({ view, block }: { view: View; block: CatalogueBlock }) {
  const { blockId } = useParams();
  const saved = view.writings.find((writing) => writing.blockId === block.id) ?? null;
  const place = { slug: view.slug, lessonId: view.lesson.id, personId: view.personId, block, saved };
  if (blockId === block.id) return <Outlet context={place} />;
  return <WritingBlock key={`${saved?.version ?? 0} ${saved?.submittedAt ? "handed in" : ""}`} {...place} />;
}

function Onward({ view: { slug, lesson, outline, finished } }: { view: View }) {
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
            {m.learning_previous()} <span lang="nl">{previous.title}</span>
          </a>
        ) : null}
        {next ? (
          <a href={paths.lesson(slug, next.id)} rel="next">
            {m.learning_next()} <span lang="nl">{next.title}</span>
          </a>
        ) : (
          <a href={paths.learnCourse(slug)}>{m.learning_to_course_home()}</a>
        )}
      </nav>
    </div>
  );
}
