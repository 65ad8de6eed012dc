import type { Block, CompiledLesson, Html } from "#app/features/catalogue/compiled.ts";
import { noteAnchor, noteId } from "./writing.ts";

/** A text of the learner as it was stored and opened. */
export interface StoredText {
  lessonId: string;
  blockId: string;
  kind: string;
  text: string;
  submittedAt: Date | null;
  savedAt: Date;
}

export interface OwnText extends Pick<StoredText, "blockId" | "kind" | "text" | "submittedAt" | "savedAt"> {
  /** where it stands on the lesson's page; null where the course no longer has that place */
  anchor: string | null;
  /** of the case, or of the step a note stands at; empty where it has none */
  title: string;
  /** what was asked; null for a note */
  prompt: Html | null;
}

export interface LessonTexts {
  lessonId: string;
  title: string;
  position: number;
  texts: OwnText[];
}

type LessonOf = Pick<CompiledLesson, "id" | "title" | "steps"> & { position: number };

/**
 * A learner's texts in reading order: per lesson, per step, the blocks as they come and then the note. Emptied texts are left out. What a
 * newer revision has no place for any more comes last under its lesson, or in `elsewhere` when the lesson itself is gone: nothing written
 * is ever hidden.
 */
export function inReadingOrder(
  lessons: readonly LessonOf[],
  stored: readonly StoredText[],
): { lessons: LessonTexts[]; elsewhere: OwnText[] } {
  const written = stored.filter(({ text }) => text.trim() !== "");
  const known = new Set(lessons.map(({ id }) => id));
  return {
    lessons: lessons.flatMap((lesson) => {
      const mine = written.filter(({ lessonId }) => lessonId === lesson.id);
      if (mine.length === 0) return [];
      const places = placesOf(lesson);
      const placed = places.flatMap(({ blockId, ...place }) =>
        mine.filter((text) => text.blockId === blockId).map((text) => ({ ...bare(text), ...place })),
      );
      const lost = mine.filter(({ blockId }) => !places.some((place) => place.blockId === blockId)).map(placeless);
      return [{ lessonId: lesson.id, title: lesson.title, position: lesson.position, texts: [...placed, ...lost] }];
    }),
    elsewhere: written.filter(({ lessonId }) => !known.has(lessonId)).map(placeless),
  };
}

function placesOf({ id, steps }: LessonOf) {
  return steps.flatMap((step) => [
    ...step.blocks.filter(isAsked).map((block) => ({
      blockId: block.id,
      anchor: block.id,
      title: block.kind === "case" ? block.title : "",
      prompt: block.html,
    })),
    { blockId: noteId(id, step.id), anchor: noteAnchor(step.id), title: step.title, prompt: null },
  ]);
}

const isAsked = (block: Block): block is Extract<Block, { kind: "reflection" | "case" }> =>
  block.kind === "reflection" || block.kind === "case";

const bare = ({ blockId, kind, text, submittedAt, savedAt }: StoredText) => ({ blockId, kind, text, submittedAt, savedAt });
const placeless = (text: StoredText): OwnText => ({ ...bare(text), anchor: null, title: "", prompt: null });
