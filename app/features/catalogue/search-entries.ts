import type { Block, CompiledCourse, CompiledLesson } from "./compiled.ts";
import { folded, wordsIn } from "./search-words.ts";
import { termId } from "./term-id.ts";
import { textOf } from "./text-of-html.ts";

export type EntryKind = "step" | "term" | "source";

/** Something to find, with its place. */
export interface Entry {
  kind: EntryKind;
  lessonId: string | null;
  lessonTitle: string | null;
  /** the id of the step or of the term, or the key of the source */
  anchor: string;
  title: string;
  body: string;
  open: boolean;
}

/**
 * Everything of a course that can be found: each step of its lessons, its terms and its sources. Terms, sources and preview lessons are
 * for anyone. What a case is answered with, and everything of tests, stays out: nobody finds it before they have given their own answer.
 */
export function entriesOf(course: CompiledCourse, lessons: readonly CompiledLesson[]): Entry[] {
  const previews = new Set(course.modules.flatMap((module) => module.lessons.filter(({ preview }) => preview).map(({ id }) => id)));
  const elsewhere = { lessonId: null, lessonTitle: null, open: true };
  return [
    ...lessons.flatMap((lesson) => stepsOf(lesson, previews.has(lesson.id))),
    ...course.glossary.map(({ term, text }): Entry => ({ ...elsewhere, kind: "term", anchor: termId(term), title: term, body: text })),
    ...Object.values(course.references).map(
      ({ key, short, full, note }): Entry => ({
        ...{ ...elsewhere, kind: "source", anchor: key, title: short },
        body: [textOf(full), note].filter(Boolean).join(" "),
      }),
    ),
  ];
}

/** A lesson is found by its own title and summary at its first step. */
function stepsOf(lesson: CompiledLesson, open: boolean): Entry[] {
  return lesson.steps.map(({ id, title, blocks }, index) => {
    const opening = index === 0 ? [title === "" ? "" : lesson.title, lesson.summary] : [];
    const body = [...opening, ...blocks.flatMap(textsOf)].filter((text) => text !== "").join(" ");
    return { kind: "step", lessonId: lesson.id, lessonTitle: lesson.title, anchor: id, title: title || lesson.title, body, open };
  });
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case "prose":
    case "claim":
    case "reflection":
    case "practice":
      return [textOf(block.html)];
    case "figure":
      return [textOf(block.html), textOf(block.words)];
    case "video":
    case "audio":
      return [block.title ?? "", textOf(block.html), textOf(block.transcript)];
    // Never `discussion`.
    case "case":
    case "vignette":
      return [block.title, textOf(block.html)];
  }
}

/** Every word of these entries, with in how many of them it stands, and in how many that are open. */
export function vocabularyOf(entries: readonly Entry[]): { plain: string; word: string; entries: number; openEntries: number }[] {
  const words = new Map<string, { plain: string; word: string; entries: number; openEntries: number }>();
  for (const { title, body, open } of entries) {
    const here = new Map(wordsIn(`${title} ${body}`).map((word) => [folded(word), word]));
    for (const [plain, word] of here) {
      if (!worthGuessing(plain)) continue;
      const known = words.get(plain) ?? { plain, word: word.toLowerCase(), entries: 0, openEntries: 0 };
      known.entries++;
      if (open) known.openEntries++;
      words.set(plain, known);
    }
  }
  return [...words.values()];
}

/** A year or a page number is never what somebody meant to type; nor is a word of two letters. */
const worthGuessing = (plain: string) => plain.length >= 3 && plain.length <= 40 && /^\p{L}/u.test(plain);
