/** Characters one text may have, line ends counted as one. */
export const TEXT_LIMIT = 20_000;
/** Words a case needs before its discussion opens: enough to have thought first. */
export const CASE_WORDS = 40;

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
