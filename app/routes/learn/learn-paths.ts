import { paths } from "#app/paths.ts";

/** The verbs of a lesson's page. */
export const lessonVerbs = {
  step: (slug: string, lessonId: string) => `${paths.lesson(slug, lessonId)}/step`,
  active: (slug: string, lessonId: string) => `${paths.lesson(slug, lessonId)}/active`,
  writing: (slug: string, lessonId: string, blockId: string) => `${paths.lesson(slug, lessonId)}/writing/${encodeURIComponent(blockId)}`,
  autosave: (slug: string, lessonId: string, blockId: string) => `${paths.lesson(slug, lessonId)}/autosave/${encodeURIComponent(blockId)}`,
  submitCase: (slug: string, lessonId: string, blockId: string) =>
    `${paths.lesson(slug, lessonId)}/case/${encodeURIComponent(blockId)}/submit`,
} as const;
