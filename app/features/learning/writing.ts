/** Characters one text may have, line ends counted as one. */
export const TEXT_LIMIT = 20_000;
/** Words a case needs before its discussion opens: enough to have thought first. */
export const CASE_WORDS = 40;

/**
 * Where a learner's note at one step is kept. The colons keep it apart from every block of a course; the lesson is in it because
 * a step's id is its own only within its lesson.
 */
export const noteId = (lessonId: string, stepId: string): string => `note:${lessonId}:${stepId}`;

/** Where on its lesson's page the note at a step stands. */
export const noteAnchor = (stepId: string): string => `notitie-${stepId}`;

/** The step a note stands at, or null for what is no note of this lesson. */
export function stepOfNote(lessonId: string, blockId: string): string | null {
  const start = noteId(lessonId, "");
  return blockId.startsWith(start) ? blockId.slice(start.length) : null;
}

/** A text as browsers send it, with line ends as one character. Nothing else is changed: it is the learner's. */
export function normaliseText(typed: string): string {
  return typed.replace(/\r\n?/g, "\n");
}

/** Words as people count them: runs without spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** Two texts under each other, for someone who wants to edit both into one. */
export function bothTexts(theirs: string, mine: string): string {
  return `${theirs.trimEnd()}\n\n${mine}`.trimStart();
}
