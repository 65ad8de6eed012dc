import type { CompiledCourse } from "./compiled.ts";

type Outcome = CompiledCourse["outcomes"][number];

/** What a lesson works towards. */
export interface LessonAims {
  moduleId: string;
  outcomes: readonly string[];
}

export interface OutcomeGroup {
  /** of the module; null for what belongs to the course as a whole */
  title: string | null;
  outcomes: Outcome[];
}

/**
 * The outcomes under the module whose lessons work towards them, the first where several do; what no lesson names stands in front. A
 * course of one module is one group without a title.
 */
export function outcomeGroups(
  { outcomes, modules }: Pick<CompiledCourse, "outcomes" | "modules">,
  lessons: readonly LessonAims[],
): OutcomeGroup[] {
  if (modules.length < 2) return [{ title: null, outcomes }];
  const moduleOf = ({ id }: Outcome) => lessons.find((lesson) => lesson.outcomes.includes(id))?.moduleId;
  return [
    { title: null, outcomes: outcomes.filter((outcome) => !modules.some(({ id }) => id === moduleOf(outcome))) },
    ...modules.map(({ id, title }) => ({ title, outcomes: outcomes.filter((outcome) => moduleOf(outcome) === id) })),
  ].filter((group) => group.outcomes.length > 0);
}
