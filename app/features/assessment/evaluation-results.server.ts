import { courseTitles } from "#app/features/catalogue/courses.server.ts";
import { compareEditions } from "#app/features/catalogue/editions.ts";
import { db } from "#app/platform/db.server.ts";
import { type EvaluationAnswers, type EvaluationResult, evaluationResult } from "./evaluation.ts";

export interface EditionEvaluation extends EvaluationResult {
  courseSlug: string;
  courseTitle: string;
  edition: string;
}

/** What was thought of each course and edition, the newest edition first. By id, which is random: no order says who was when. */
export async function evaluationResults(): Promise<EditionEvaluation[]> {
  const rows = await db.evaluationAnswer.findMany({
    orderBy: { id: "asc" },
    select: { courseSlug: true, edition: true, answers: true, released: true },
  });
  const titles = await courseTitles(
    db,
    rows.map(({ courseSlug }) => courseSlug),
  );
  const editions = Map.groupBy(rows, ({ courseSlug, edition }) => JSON.stringify([courseSlug, edition]));
  const results = [...editions.values()].flatMap((forms) => {
    const [first] = forms;
    if (!first) return [];
    const { courseSlug, edition } = first;
    const result = evaluationResult(forms.map(({ answers, released }) => ({ answers: answers as unknown as EvaluationAnswers, released })));
    return { courseSlug, edition, courseTitle: titles[courseSlug] ?? courseSlug, ...result };
  });
  return results.sort((left, right) => left.courseSlug.localeCompare(right.courseSlug) || compareEditions(right.edition, left.edition));
}
