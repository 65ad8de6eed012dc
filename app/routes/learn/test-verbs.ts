import { paths } from "#app/paths.ts";

/** The verbs of a test's page. */
export const testVerbs = {
  start: (slug: string, testId: string) => `${paths.test(slug, testId)}/start`,
  save: (slug: string, testId: string) => `${paths.test(slug, testId)}/save`,
  submit: (slug: string, testId: string) => `${paths.test(slug, testId)}/submit`,
  answer: (slug: string, testId: string) => `${paths.test(slug, testId)}/answer`,
  autosave: (slug: string, testId: string) => `${paths.test(slug, testId)}/autosave`,
} as const;
