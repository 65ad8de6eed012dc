import { TermList } from "#app/features/catalogue/back-matter.tsx";
import { LessonBlocks, type WritingBlock } from "#app/features/catalogue/lesson-blocks.tsx";
import { paperNoteId } from "#app/features/catalogue/lesson-on-paper.ts";
import { SourceList } from "#app/features/catalogue/source-list.tsx";
import type { Writing } from "#app/features/learning/lesson-view.ts";
import { noteId } from "#app/features/learning/writing.ts";
import { formatDate, formatDateTime, formatMinutes } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Section } from "#app/ui/page.tsx";
import { Prose } from "#app/ui/prose.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { PrintSheet, SheetLesson } from "./print-sheet.server.ts";

interface PrintPageProps {
  sheet: PrintSheet;
  /** this page, with or without the learner's own texts */
  self: (texts: boolean) => string;
  back: { to: string; label: string };
}

/** Lessons as they come out of the printer; on screen a few choices stand above them. */
export function PrintPage({ sheet, self, back }: PrintPageProps) {
  const [first] = sheet.lessons;
  const one = sheet.lessons.length === 1;
  return (
    <div className="paper">
      <div className="paper-body">
        <div className="paper-tools">
          <TextLink to={back.to}>{back.label}</TextLink>
          <TextLink to={self(!sheet.texts)}>{sheet.texts ? m.learning_print_without_texts() : m.learning_print_with_texts()}</TextLink>
          <button type="button" className="button button-primary scripted" onClick={() => window.print()}>
            {m.learning_print_button()}
          </button>
          <noscript>
            <p>{m.learning_print_hint()}</p>
          </noscript>
        </div>
        <header className="paper-header">
          <p className="eyebrow" lang="nl">
            {sheet.course}
          </p>
          <h1 lang="nl">{sheet.title}</h1>
          {one && first ? <LessonLead of={first} /> : null}
        </header>
        {sheet.lessons.map((each) => (
          <SheetPart key={each.lesson.id} part={each} sheet={sheet} headed={!one} />
        ))}
        {sheet.terms.length > 0 ? (
          <Section title={m.catalogue_glossary_title()}>
            <TermList terms={sheet.terms} />
          </Section>
        ) : null}
        {sheet.references.length > 0 ? (
          <Section title={m.learning_print_sources()}>
            <p>{m.catalogue_source_list_note()}</p>
            <SourceList references={sheet.references} alone />
          </Section>
        ) : null}
      </div>
      <p className="paper-foot">
        {m.learning_print_foot({ url: sheet.address, date: formatDate(sheet.printedAt, getLocale()), edition: sheet.edition })}
      </p>
    </div>
  );
}

function LessonLead({ of: { lesson, position, total, minutes } }: { of: SheetLesson }) {
  return (
    <>
      <p className="lead" lang="nl">
        {lesson.summary}
      </p>
      <p className="paper-facts">
        {m.learning_lesson_place({ position, total })} · {formatMinutes(minutes, getLocale())}
      </p>
    </>
  );
}

function SheetPart({ part, sheet, headed }: { part: SheetLesson; sheet: PrintSheet; headed: boolean }) {
  const { lesson, writings } = part;
  const references = Object.fromEntries(sheet.references.map((reference) => [reference.key, reference]));
  const StepTitle = headed ? "h3" : "h2";
  return (
    <article className="paper-lesson">
      {headed ? (
        <header>
          <h2 lang="nl">{lesson.title}</h2>
          <LessonLead of={part} />
        </header>
      ) : null}
      {lesson.steps.map((step) => (
        <section className="lesson-step" key={step.id}>
          {step.title ? <StepTitle lang="nl">{step.title}</StepTitle> : null}
          <LessonBlocks
            blocks={step.blocks}
            references={references}
            drawings={sheet.drawings}
            renderWriting={(block) => <OnPaper block={block} writing={writings.find(({ blockId }) => blockId === block.id)} />}
            renderVignette={({ minutes }) => <p>{m.learning_vignette_on_paper({ minutes: formatMinutes(minutes, getLocale()) })}</p>}
            open
          />
          <NoteOnPaper writing={writings.find(({ blockId }) => blockId === noteId(lesson.id, step.id))} />
        </section>
      ))}
      {lesson.notes.length > 0 ? (
        <ol className="notes" aria-label={m.catalogue_notes()}>
          {lesson.notes.map(({ number, html }) => (
            <li key={number} id={paperNoteId(lesson.id, number)}>
              <Prose html={html} />
            </li>
          ))}
        </ol>
      ) : null}
    </article>
  );
}

/** The learner's note at a step, when their texts were asked for and it holds something. */
function NoteOnPaper({ writing }: { writing: Writing | undefined }) {
  if (!writing?.text.trim()) return null;
  return (
    <div className="paper-note">
      <h3>{m.learning_note_own()}</h3>
      <OwnText writing={writing} />
    </div>
  );
}

function OwnText({ writing }: { writing: Writing }) {
  return (
    <>
      <p className="paper-facts">{m.learning_print_your_text({ moment: formatDateTime(writing.savedAt, getLocale()) })}</p>
      <blockquote className="own-text">{writing.text}</blockquote>
    </>
  );
}

/** The learner's text when it was asked for; under it the discussion, which is only there once the text was handed in. */
function OnPaper({ block, writing }: { block: WritingBlock; writing: Writing | undefined }) {
  return (
    <>
      {writing ? <OwnText writing={writing} /> : null}
      {block.kind === "case" && block.discussion ? (
        <>
          <h4>{m.learning_discussion()}</h4>
          <Prose html={block.discussion} />
        </>
      ) : null}
    </>
  );
}
