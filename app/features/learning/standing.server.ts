import { type EnrolmentRow, enrolmentsOf } from "#app/features/enrolment/access.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { completionStatesOf, type StoredCompletion } from "./completion.server.ts";
import { type CourseMap, courseMap, lessonsOf } from "./course-map.server.ts";
import { minutesLeft, type NextStep, nextStep, type Progress } from "./next-step.ts";

/** Where one learner is in one course: everything the course home and the overview say. */
export interface Standing extends CourseMap {
  completion: StoredCompletion;
  progress: Progress[];
  next: NextStep;
  /** whole minutes */
  minutesLeft: number;
  lessons: number;
  lessonsFinished: number;
}

/** Standings by enrolment id. Two statements, and one more the first time this process meets a revision. */
export async function standingsOf(tx: Tx, enrolments: { enrolmentId: string; begunAt: Date | null }[]): Promise<Map<string, Standing>> {
  const ids = enrolments.map(({ enrolmentId }) => enrolmentId);
  const completions = await completionStatesOf(tx, ids);
  const rows = await tx.lessonProgress.findMany({
    where: { enrolmentId: { in: ids } },
    select: { enrolmentId: true, lessonId: true, finishedAt: true, lastStepId: true, lastSeenAt: true },
  });
  const standings = new Map<string, Standing>();
  for (const { enrolmentId, begunAt } of enrolments) {
    const completion = completions.get(enrolmentId);
    if (!completion?.revision) continue;
    const map = await courseMap(tx, completion.revision);
    const progress = rows
      .filter((row) => row.enrolmentId === enrolmentId)
      .map(({ finishedAt, ...row }) => ({ ...row, finished: finishedAt !== null }));
    standings.set(enrolmentId, standing(map, completion, progress, begunAt !== null));
  }
  return standings;
}

function standing(map: CourseMap, completion: StoredCompletion, progress: Progress[], begun: boolean): Standing {
  const lessons = lessonsOf(map.course);
  const finished = new Set(progress.filter((row) => row.finished).map((row) => row.lessonId));
  return {
    ...map,
    completion,
    progress,
    next: nextStep({ begun, completion, lessons, progress, cases: map.cases, vignettes: map.vignettes }),
    minutesLeft: completion.complete
      ? 0
      : minutesLeft({
          lessons,
          progress,
          rules: completion.rules,
          records: completion.records,
          cases: map.cases,
          vignettes: map.vignettes,
          load: map.course.studyLoad,
        }),
    lessons: lessons.length,
    lessonsFinished: lessons.filter((lesson) => finished.has(lesson.id)).length,
  };
}

export interface OverviewRow extends EnrolmentRow {
  standing: Standing | null;
}

/** Everything a person follows or followed, newest first. */
export async function learningOverview(personId: string, now: Date): Promise<OverviewRow[]> {
  const enrolments = await enrolmentsOf(db, personId, now);
  const standings = await standingsOf(db, enrolments);
  return enrolments.map((enrolment) => ({ ...enrolment, standing: standings.get(enrolment.enrolmentId) ?? null }));
}
