import { currentRevision } from "#app/features/catalogue/courses.server.ts";
import { recordRequirement, reviewCompletion } from "#app/features/learning/completion.server.ts";
import { caseKey, lessonKey, requirementKey } from "#app/features/learning/requirements.ts";
import { db } from "#app/platform/db.server.ts";
import { newLearner, start } from "#tests/features/assessment/test-taker.ts";

export type Learner = Awaited<ReturnType<typeof newLearner>>;

/** Meets every requirement of the learner's edition, each at `now`. */
export async function complete(learner: Learner, now = start): Promise<void> {
  const { compiled } = await currentRevision(db, learner.editionId);
  await db.$transaction(async (tx) => {
    const record = (key: string, value: number) => recordRequirement(tx, { enrolmentId: learner.enrolmentId, key, value }, now);
    for (const requirement of compiled.requirements) {
      if (requirement.type === "lessons-finished") for (const lesson of requirement.lessons) await record(lessonKey(lesson), 1);
      else if (requirement.type === "cases-written") for (const each of requirement.cases) await record(caseKey(each), 1);
      else await record(requirementKey(requirement), 88);
    }
    const { complete } = await reviewCompletion(tx, learner.enrolmentId, now);
    if (!complete) throw new Error("the course asks for more than this story gives");
  });
}

/** Someone who has completed the course and has no certificate yet. */
export async function newGraduate(settings: Parameters<typeof newLearner>[0] & { completedAt?: Date } = {}): Promise<Learner> {
  const learner = await newLearner(settings);
  await complete(learner, settings.completedAt ?? start);
  return learner;
}
