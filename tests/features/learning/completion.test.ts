import { beforeAll, expect, test } from "vitest";
import { completionStateOf, recordRequirement, reviewCompletion } from "#app/features/learning/completion.server.ts";
import { addActiveSeconds, fastCompletions, finishLesson, openLesson, saveStep } from "#app/features/learning/progress.server.ts";
import { caseKey } from "#app/features/learning/requirements.ts";
import { learningOverview, standingsOf } from "#app/features/learning/standing.server.ts";
import { db } from "#app/platform/db.server.ts";
import { countQueries } from "./count-queries.ts";
import { editionId, last, lessonIds, makeLearner, minutes, now, publish, slug } from "./learner.ts";

beforeAll(async () => {
  await publish();
});

const jobs = async (enrolmentId: string) =>
  (
    await db.$queryRaw<
      { count: number }[]
    >`select count(*)::int as count from graphile_worker._private_jobs where payload->>'enrolmentId' = ${enrolmentId}`
  )[0]?.count;
const verdict = (enrolmentId: string, key: string, value: number) =>
  db.$transaction((tx) => recordRequirement(tx, { enrolmentId, key, value }, now));

test("the best verdict stays, whatever comes after it", async () => {
  const { enrolmentId } = await makeLearner();
  for (const value of [60, 80, 75]) await verdict(enrolmentId, "check-passed:check-gemis", value);
  expect((await completionStateOf(db, enrolmentId)).records).toEqual({ "check-passed:check-gemis": 80 });
});

test("the last lessons and tests land at the same moment: one completion, one job", async () => {
  const learner = await makeLearner();
  const { enrolmentId } = learner;
  await verdict(enrolmentId, caseKey(last.caseId), 1);
  const tests = ["check-passed:check-gemis", "final-test-passed:toets-gemis"];
  const work = [
    ...(await lessonIds()).map((lessonId) => () => finishLesson(learner, lessonId, minutes(30))),
    ...tests.map(
      (key) => () =>
        db.$transaction(async (tx) => {
          await recordRequirement(tx, { enrolmentId, key, value: 90 }, now);
          return reviewCompletion(tx, enrolmentId, minutes(30));
        }),
    ),
  ];
  await Promise.all(work.flatMap((one) => [one(), one()]));
  expect(await completionStateOf(db, enrolmentId)).toMatchObject({ complete: true, percent: 100, completedAt: minutes(30) });
  expect(await jobs(enrolmentId)).toBe(1);
  expect(await db.auditEvent.count({ where: { action: "learning.course-completed", subjectId: enrolmentId } })).toBe(1);
  await finishLesson(learner, "welk-gemis", minutes(60));
  expect(await jobs(enrolmentId)).toBe(1);
});

test("reading everything certifies nobody: the tests are still to be done", async () => {
  const learner = await makeLearner();
  for (const lessonId of await lessonIds()) await finishLesson(learner, lessonId, now);
  expect(await completionStateOf(db, learner.enrolmentId)).toMatchObject({ complete: false, completedAt: null });
  expect(await jobs(learner.enrolmentId)).toBe(0);
});

test("nobody drops below 100 percent: a completion outlives what is published later", async () => {
  const { enrolmentId } = await makeLearner();
  await db.completion.create({ data: { enrolmentId, completedAt: now, rulesVersion: 1, evidence: {} } });
  expect(await completionStateOf(db, enrolmentId)).toMatchObject({ complete: true, percent: 100 });
});

test("a verdict and its review are undone together", async () => {
  const { enrolmentId } = await makeLearner();
  await db
    .$transaction(async (tx) => {
      await recordRequirement(tx, { enrolmentId, key: "check-passed:check-gemis", value: 100 }, now);
      await reviewCompletion(tx, enrolmentId, now);
      throw new Error("no");
    })
    .catch(() => {});
  expect((await completionStateOf(db, enrolmentId)).records).toEqual({});
});

test("finishing is idempotent, keeps the first moment, and takes four round trips", async () => {
  const learner = await makeLearner();
  await finishLesson(learner, "welk-gemis", minutes(5));
  const { count } = await countQueries(() => finishLesson(learner, "welk-gemis", minutes(9)));
  expect(count).toBeLessThanOrEqual(4);
  const row = await db.lessonProgress.findFirstOrThrow({
    where: { enrolmentId: learner.enrolmentId, lessonId: "welk-gemis" },
    select: { finishedAt: true },
  });
  expect(row.finishedAt).toEqual(minutes(5));
});

test("a lesson of another course, or someone else's enrolment, is refused", async () => {
  const learner = await makeLearner();
  const other = await makeLearner();
  expect(await finishLesson(learner, "bestaat-niet", now)).toEqual({ ok: false, reason: "unknown-lesson" });
  expect(await finishLesson({ ...learner, personId: other.personId }, "welk-gemis", now)).toEqual({ ok: false, reason: "unknown-lesson" });
  expect(await db.lessonProgress.count({ where: { enrolmentId: learner.enrolmentId } })).toBe(0);
});

test("opening is written once; the step and the minutes follow the reader, within limits", async () => {
  const learner = await makeLearner();
  await Promise.all([1, 2, 3].map((minute) => openLesson(db, learner, "welk-gemis", minutes(minute))));
  const lesson = await db.revisionLesson.findFirstOrThrow({ where: { lessonId: "welk-gemis" }, select: { content: true } });
  const steps = (lesson.content as unknown as { steps: { id: string }[] }).steps;
  const second = steps[1]?.id ?? "";
  await saveStep(db, learner, "welk-gemis", second, minutes(6));
  await saveStep(db, learner, "welk-gemis", "bestaat-niet", minutes(7));
  for (const seconds of [30, 9999, -5, Number.NaN]) await addActiveSeconds(db, learner, "welk-gemis", seconds, minutes(8));
  await addActiveSeconds(db, { ...learner, personId: (await makeLearner()).personId }, "welk-gemis", 30, minutes(8));
  const rows = await db.lessonProgress.findMany({
    where: { enrolmentId: learner.enrolmentId },
    select: { lastStepId: true, activeSeconds: true },
  });
  expect(rows).toEqual([{ lastStepId: second, activeSeconds: 90 }]);
});

test("nobody has read for longer than the lesson has been open, however often a browser says so", async () => {
  const learner = await makeLearner();
  await openLesson(db, learner, "welk-gemis", now);
  for (let message = 0; message < 20; message++) await addActiveSeconds(db, learner, "welk-gemis", 60, minutes(3));
  const row = await db.lessonProgress.findFirstOrThrow({ where: { enrolmentId: learner.enrolmentId }, select: { activeSeconds: true } });
  expect(row.activeSeconds).toBe(4 * 60);
});

test("the office sees who went implausibly fast, and only them", async () => {
  const fast = await makeLearner();
  const slow = await makeLearner();
  for (const lessonId of await lessonIds()) {
    await openLesson(db, slow, lessonId, now);
    await finishLesson(slow, lessonId, minutes(20));
    await finishLesson(fast, lessonId, minutes(1));
  }
  for (const { enrolmentId } of [fast, slow]) {
    for (const key of [caseKey(last.caseId), "check-passed:check-gemis", "final-test-passed:toets-gemis"])
      await verdict(enrolmentId, key, 100);
    await db.$transaction((tx) => reviewCompletion(tx, enrolmentId, minutes(500)));
  }
  const listed = (await fastCompletions(db, 50)).map((row) => row.enrolmentId);
  expect(listed).toContain(fast.enrolmentId);
  expect(listed).not.toContain(slow.enrolmentId);
  expect((await fastCompletions(db, 50)).find((row) => row.enrolmentId === fast.enrolmentId)).toMatchObject({
    personId: fast.personId,
    courseSlug: slug,
    lessons: 5,
    fastLessons: 5,
  });
});

test("the overview knows the next step, in as many statements for one course as for none begun", async () => {
  const learner = await makeLearner();
  await standingsOf(db, [{ enrolmentId: learner.enrolmentId, begunAt: now }]);
  const { count, result } = await countQueries(() => learningOverview(learner.personId, now));
  expect(count).toBeLessThanOrEqual(3);
  expect(result).toMatchObject([
    {
      courseSlug: slug,
      editionId: await editionId(),
      standing: { lessons: 5, lessonsFinished: 0, next: { kind: "lesson", lessonId: "alleen-of-eenzaam" } },
    },
  ]);
});
