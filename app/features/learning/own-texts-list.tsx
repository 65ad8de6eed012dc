import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/page.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { LessonTexts, OwnText } from "./own-texts.ts";
import { momentOf } from "./own-texts-file.ts";

interface OwnTextsListProps {
  slug: string;
  /** false where the lessons cannot be opened any more */
  linked: boolean;
  lessons: LessonTexts[];
  elsewhere: OwnText[];
}

/** A learner's texts under the lessons they belong to, each with the way back to its place while that is open. */
export function OwnTextsList({ slug, linked, lessons, elsewhere }: OwnTextsListProps) {
  return (
    <div className="own-texts">
      {lessons.map((lesson) => (
        <Section
          key={lesson.lessonId}
          title={linked ? <a href={paths.lesson(slug, lesson.lessonId)}>{<LessonName of={lesson} />}</a> : <LessonName of={lesson} />}
        >
          {lesson.texts.map((text) => (
            <OneText
              key={text.blockId}
              text={text}
              href={linked && text.anchor ? paths.lesson(slug, lesson.lessonId, text.anchor) : null}
            />
          ))}
        </Section>
      ))}
      {elsewhere.length > 0 ? (
        <Section title={m.learning_texts_elsewhere()}>
          {elsewhere.map((text) => (
            <OneText key={text.blockId} text={text} href={null} />
          ))}
        </Section>
      ) : null}
    </div>
  );
}

function LessonName({ of: { position, title: name } }: { of: LessonTexts }) {
  return <WithTitle say={(title) => m.learning_texts_lesson({ position, title })} title={name} />;
}

function OneText({ text, href }: { text: OwnText; href: string | null }) {
  return (
    <article className="own-text-entry">
      <h3>{href ? <a href={href}>{<Name text={text} />}</a> : <Name text={text} />}</h3>
      {text.prompt ? (
        <details className="own-text-prompt">
          <summary>{m.learning_texts_prompt()}</summary>
          <Prose html={text.prompt} />
        </details>
      ) : null}
      <p className="own-text">{text.text.trim()}</p>
      <p className="own-text-moment">{momentOf(text, getLocale())}</p>
    </article>
  );
}

function Name({ text: { kind, title } }: { text: OwnText }) {
  if (kind === "reflection") return m.learning_texts_reflection();
  if (kind === "case")
    return title ? <WithTitle say={(name) => m.learning_texts_case({ title: name })} title={title} /> : m.learning_texts_case_plain();
  return title ? <WithTitle say={(name) => m.learning_texts_note({ title: name })} title={title} /> : m.learning_texts_note_plain();
}
