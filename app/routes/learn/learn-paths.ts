import { paths } from "#app/paths.ts";

/** The verbs of a lesson's page. */
export const lessonVerbs = {
  step: (slug: string, lessonId: string) => `${paths.lesson(slug, lessonId)}/step`,
  active: (slug: string, lessonId: string) => `${paths.lesson(slug, lessonId)}/active`,
  writing: (slug: string, lessonId: string, blockId: string) => `${paths.lesson(slug, lessonId)}/writing/${encodeURIComponent(blockId)}`,
  autosave: (slug: string, lessonId: string, blockId: string) => `${paths.lesson(slug, lessonId)}/autosave/${encodeURIComponent(blockId)}`,
  note: (slug: string, lessonId: string, stepId: string) => `${paths.lesson(slug, lessonId)}/note/${encodeURIComponent(stepId)}`,
  noteAutosave: (slug: string, lessonId: string, stepId: string) => `${lessonVerbs.note(slug, lessonId, stepId)}/autosave`,
  reopen: (slug: string, lessonId: string) => `${paths.lesson(slug, lessonId)}/reopen`,
  submitCase: (slug: string, lessonId: string, blockId: string) =>
    `${paths.lesson(slug, lessonId)}/case/${encodeURIComponent(blockId)}/submit`,
} as const;

/** Where on the lesson's page the form of a text stands: a refusal leads there, not to the top of a long case. */
export const writingFormId = (blockId: string) => `form-${blockId}`;
/** The discussion that opens once a case is handed in. */
export const discussionId = (blockId: string) => `bespreking-${blockId}`;

/** Where a lesson ends: where it is finished, and taken back. */
export const lessonEndId = "les-einde";
/** The choice how the reader looks, at the top of the lesson. */
export const lessonDisplayId = "les-weergave";

/** The page after finishing a lesson, which says so. */
export function afterFinishing(slug: string, finished: string, next: string | undefined): string {
  return `${next ? paths.lesson(slug, next) : paths.learnCourse(slug)}?${new URLSearchParams({ finished })}`;
}

/** The end of the lesson that was just taken back, which says so; or of the one that stays finished, which says why. */
export function afterReopening(slug: string, lessonId: string, reopened: boolean): string {
  return `${paths.lesson(slug, lessonId)}${reopened ? "?reopened=1" : ""}#${lessonEndId}`;
}
