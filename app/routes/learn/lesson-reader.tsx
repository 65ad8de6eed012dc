import { Outlet, useParams } from "@remix-run/react";
import { BackMatter } from "#app/features/catalogue/back-matter.tsx";
import { type WritingBlock as CatalogueBlock, LessonBlocks } from "#app/features/catalogue/lesson-blocks.tsx";
import { SafetyBlock } from "#app/features/catalogue/safety-block.tsx";
import { FirstHint, type HintWords } from "#app/features/learning/first-hint.tsx";
import { LessonContents } from "#app/features/learning/lesson-contents.tsx";
import { LessonOutline } from "#app/features/learning/lesson-outline.tsx";
import type { LessonPage } from "#app/features/learning/lesson-page.server.ts";
import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { Progress } from "#app/ui/progress.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { FinishedNotice } from "./finished-notice.tsx";
import { LessonEnd } from "./lesson-end.tsx";
import { LessonTitle } from "./lesson-title.tsx";
import { StepNote } from "./step-note.tsx";
import { placeOfBlock, placeOfNote } from "./text-place.ts";
import { useReading } from "./use-reading.ts";
import type { VignetteCard } from "./vignette-cards.server.ts";
import { WritingBlock } from "./writing-block.tsx";

export type LessonView = LessonPage & {
  slug: string;
  personId: string;
  /** what was just finished, said at the top; with the address that takes it back while that can be done */
  finishedNow: { words: string; undo: string | null } | null;
  /** of the lesson's figures, by their name */
  drawings: Record<string, string>;
  /** of the lesson's vignettes, by their id */
  vignettes: Record<string, VignetteCard>;
  /** said at the end of a lesson that was just taken back */
  reopened: string | null;
  /** why a finished lesson stays finished; null while it can be taken back */
  fixed: string | null;
  hint: HintWords | null;
};

/** One lesson as a page of a book: its title, what is in it, its steps, its end; the lessons around it beside the text. */
export function LessonReader({ view }: { view: LessonView }) {
  const { slug, lesson } = view;
  const { article, here } = useReading<HTMLDivElement>(slug, lesson.id);
  const references = Object.fromEntries(view.references.map((reference) => [reference.key, reference]));
  return (
    <article className={view.lessonsFinished < view.course.lessons ? "reader" : "reader reader-again"}>
      <LessonTitle view={view} />
      <ReaderSide view={view} here={here} />
      <div ref={article} className="reader-text">
        <Said view={view} />
        <Resume view={view} />
        {lesson.steps.map((step, position) => (
          <section key={step.id} id={step.id} data-step={step.id} tabIndex={-1} className="lesson-step">
            <StepPlace view={view} position={position} />
            {step.title ? <h2 lang="nl">{step.title}</h2> : null}
            <LessonBlocks
              blocks={step.blocks}
              references={references}
              drawings={view.drawings}
              mediaPath={(name) => paths.lessonMedia(slug, lesson.id, name)}
              renderWriting={(block) => <WritingPart view={view} block={block} />}
              renderVignette={({ id }) => <PlayVignette card={view.vignettes[id]} />}
            />
            <StepNote stepId={step.id} place={placeOfNote(view, step.id)} />
          </section>
        ))}
        <LessonEnd view={view} />
        <BackMatter slug={slug} lesson={lesson} references={view.references} />
        {view.helpLines ? <SafetyBlock helpLines={view.helpLines} /> : null}
      </div>
    </article>
  );
}

/** What is in this lesson, and the lessons around it: folded above the text on a narrow screen, beside it on a wide one. */
function ReaderSide({ view, here }: { view: LessonView; here: string | null }) {
  const { slug, lesson, course } = view;
  const locale = getLocale();
  const done = m.learning_progress_lessons({ done: view.lessonsFinished, total: course.lessons });
  const list = { slug, current: lesson.id, lessons: view.outline, modules: course.modules, total: course.lessons, locale };
  return (
    <aside className="reader-side" aria-label={m.learning_side()}>
      <LessonContents
        steps={lesson.steps.map(({ id, title }, position) => ({ id, title, minutes: view.stepMinutes[position] ?? 1 }))}
        here={here}
        locale={locale}
      />
      <details className="reader-lessons">
        <summary>{`${m.learning_outline()}: ${done}`}</summary>
        <LessonOutline titleId="outline-top" {...list} />
      </details>
      <div className="reader-beside">
        <LessonOutline titleId="outline-side" {...list} />
        <Progress value={view.lessonsFinished} max={course.lessons} label={done} />
      </div>
    </aside>
  );
}

/** What was just done, and a few words for who is new. */
function Said({ view: { slug, lesson, finishedNow, hint } }: { view: LessonView }) {
  return (
    <>
      {finishedNow ? <FinishedNotice undo={finishedNow.undo}>{finishedNow.words}</FinishedNotice> : null}
      {hint ? <FirstHint words={hint} next={paths.lesson(slug, lesson.id)} /> : null}
    </>
  );
}

/** Where the reader was, on whatever device that was. */
function Resume({ view: { lesson, lastStepId, finished } }: { view: LessonView }) {
  const position = lesson.steps.findIndex((step) => step.id === lastStepId);
  const step = lesson.steps[position];
  if (!step || position === 0 || finished) return null;
  return (
    <p className="resume">
      <a href={`#${step.id}`}>
        {step.title ? <WithTitle say={(title) => m.learning_resume({ title })} title={step.title} /> : m.learning_resume_plain()}
      </a>
    </p>
  );
}

/** How far in the lesson a step is, and how long it takes: progress that stands still. */
function StepPlace({ view: { lesson, stepMinutes }, position }: { view: LessonView; position: number }) {
  if (lesson.steps.length < 2) return null;
  const place = m.learning_step_place({ position: position + 1, total: lesson.steps.length });
  return <p className="step-place">{`${place} · ${formatMinutes(stepMinutes[position] ?? 1, getLocale())}`}</p>;
}

/** Where a conversation is played. Its words come along, so that no other lesson carries them. */
function PlayVignette({ card }: { card: VignetteCard | undefined }) {
  return (
    card && (
      <p>
        {card.about} <a href={card.to}>{card.go}</a>
      </p>
    )
  );
}

/** A text's own form; or, when its last save was refused, the verb's answer in its place. */
function WritingPart({ view, block }: { view: LessonView; block: CatalogueBlock }) {
  const { blockId } = useParams();
  const place = placeOfBlock(view, block);
  if (blockId === block.id) return <Outlet context={place} />;
  return <WritingBlock key={place.id} place={place} />;
}
