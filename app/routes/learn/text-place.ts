import type { WritingBlock as CatalogueBlock } from "#app/features/catalogue/lesson-blocks.tsx";
import type { Writing } from "#app/features/learning/lesson-view.ts";
import { noteAnchor, noteId } from "#app/features/learning/writing.ts";
import { paths } from "#app/paths.ts";
import { draftKey } from "./drafts.ts";
import { lessonVerbs } from "./learn-paths.ts";

/** One place on a lesson's page where the learner writes: what stands there, and where it goes. */
export interface TextPlace {
  /** its id on the page */
  id: string;
  kind: "reflection" | "case" | "note";
  /** the page it is on */
  page: string;
  verbs: { save: string; autosave: string /** a case alone */; submit: string | null };
  /** where this device keeps it until the server has it */
  draftKey: string;
  saved: Writing | null;
  /** of a case that was handed in; else empty */
  discussion: string;
}

interface Reader {
  slug: string;
  personId: string;
  lesson: { id: string };
  writings: Writing[];
}

/** Under the prompt of a reflection or case. */
export function placeOfBlock({ slug, personId, lesson, writings }: Reader, block: CatalogueBlock): TextPlace {
  const where = [slug, lesson.id, block.id] as const;
  return {
    id: block.id,
    kind: block.kind,
    page: paths.lesson(slug, lesson.id),
    verbs: {
      save: lessonVerbs.writing(...where),
      autosave: lessonVerbs.autosave(...where),
      submit: block.kind === "case" ? lessonVerbs.submitCase(...where) : null,
    },
    draftKey: draftKey(personId, slug, block.id),
    saved: writings.find(({ blockId }) => blockId === block.id) ?? null,
    discussion: block.kind === "case" ? block.discussion : "",
  };
}

/** At the end of a step. */
export function placeOfNote({ slug, personId, lesson, writings }: Reader, stepId: string): TextPlace {
  const where = [slug, lesson.id, stepId] as const;
  const kept = noteId(lesson.id, stepId);
  return {
    id: noteAnchor(stepId),
    kind: "note",
    page: paths.lesson(slug, lesson.id),
    verbs: { save: lessonVerbs.note(...where), autosave: lessonVerbs.noteAutosave(...where), submit: null },
    draftKey: draftKey(personId, slug, kept),
    saved: writings.find(({ blockId }) => blockId === kept) ?? null,
    discussion: "",
  };
}
