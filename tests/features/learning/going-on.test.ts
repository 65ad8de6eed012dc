import { beforeAll, expect, test } from "vitest";
import { endGround } from "#app/features/enrolment/grounds.server.ts";
import { completionStateOf } from "#app/features/learning/completion.server.ts";
import { placeToContinue } from "#app/features/learning/continue.server.ts";
import { finishLesson, reopenLesson, saveStep } from "#app/features/learning/progress.server.ts";
import { canReadOn } from "#app/features/learning/reading-on.server.ts";
import { lessonKey } from "#app/features/learning/requirements.ts";
import { db } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/features/enrolment/course-fixture.ts";
import { countQueries } from "./count-queries.ts";
import { last, lessonIds, makeLearner, minutes, now, publish, slug } from "./learner.ts";

beforeAll(async () => {
  await publish();
});

test("going on is the step read last, on whatever device, until its lesson is finished", async () => {
  const learner = await makeLearner();
  expect(await placeToContinue(learner.personId, now)).toMatchObject({ slug, next: { kind: "lesson", lessonId: "alleen-of-eenzaam" } });
  await saveStep(db, learner, last.lessonId, "casus", minutes(2));
  expect(await placeToContinue(learner.personId, minutes(3))).toMatchObject({
    next: { kind: "resume", lessonId: last.lessonId, step: { id: "casus" } },
  });
  await finishLesson(learner, last.lessonId, minutes(4));
  expect((await placeToContinue(learner.personId, minutes(5)))?.next).not.toMatchObject({ lessonId: last.lessonId });
});

test("nothing to go on with: nobody's course, one not begun, one that is over, one that is complete", async () => {
  expect(await placeToContinue(await makePerson(), now)).toBeNull();
  expect(await placeToContinue((await makeLearner({ begun: false })).personId, now)).toBeNull();
  const over = await makeLearner();
  await endGround(db, { personId: over.personId, kind: "purchase", source: `line ${over.personId}`, reason: "refunded" }, minutes(1));
  expect(await placeToContinue(over.personId, minutes(2))).toBeNull();
  const complete = await makeLearner();
  await db.completion.create({ data: { enrolmentId: complete.enrolmentId, completedAt: now, rulesVersion: 1, evidence: {} } });
  expect(await placeToContinue(complete.personId, now)).toBeNull();
});

test("reading on is offered while a lesson is open and not finished, and never for another's", async () => {
  expect(await canReadOn(await makePerson(), now)).toBe(false);
  expect(await canReadOn((await makeLearner({ begun: false })).personId, now)).toBe(false);
  expect(await canReadOn((await makeLearner({ begun: false, startsAt: minutes(60) })).personId, now)).toBe(false);
  const learner = await makeLearner({ endsAt: minutes(60) });
  expect(await canReadOn(learner.personId, now)).toBe(true);
  expect(await canReadOn(learner.personId, minutes(61))).toBe(false);
  const [first, ...rest] = await lessonIds();
  for (const lessonId of rest) await finishLesson(learner, lessonId, now);
  expect(await canReadOn(learner.personId, now)).toBe(true);
  await finishLesson(learner, first ?? "", now);
  expect(await canReadOn(learner.personId, now)).toBe(false);
  const complete = await makeLearner();
  await db.completion.create({ data: { enrolmentId: complete.enrolmentId, completedAt: now, rulesVersion: 1, evidence: {} } });
  expect(await canReadOn(complete.personId, now)).toBe(false);
});

test("another's reading leads nobody anywhere, and three statements are enough", async () => {
  const reader = await makeLearner();
  const other = await makeLearner();
  await saveStep(db, reader, last.lessonId, "casus", minutes(1));
  const { count, result } = await countQueries(() => placeToContinue(other.personId, minutes(2)));
  expect(result).toMatchObject({ next: { kind: "lesson", lessonId: "alleen-of-eenzaam" } });
  expect(count).toBeLessThanOrEqual(3);
});

test("a lesson taken back is to be done again, and proves nothing; what was read of it stays", async () => {
  const learner = await makeLearner();
  await saveStep(db, learner, last.lessonId, "casus", minutes(1));
  await finishLesson(learner, last.lessonId, minutes(2));
  expect(await reopenLesson(learner, last.lessonId, minutes(3))).toEqual({ ok: true });
  expect((await completionStateOf(db, learner.enrolmentId)).records).not.toHaveProperty(lessonKey(last.lessonId));
  const rows = await db.lessonProgress.findMany({
    where: { enrolmentId: learner.enrolmentId },
    select: { openedAt: true, finishedAt: true, lastStepId: true },
  });
  expect(rows).toEqual([{ openedAt: minutes(1), finishedAt: null, lastStepId: "casus" }]);
  expect(await placeToContinue(learner.personId, minutes(4))).toMatchObject({ next: { kind: "resume", lessonId: last.lessonId } });
  expect(await reopenLesson(learner, last.lessonId, minutes(5))).toEqual({ ok: false, reason: "not-finished" });
  await finishLesson(learner, last.lessonId, minutes(6));
  expect((await completionStateOf(db, learner.enrolmentId)).records).toHaveProperty([lessonKey(last.lessonId)], 1);
});

test("nobody takes back another's lesson, and a complete course stays as it is", async () => {
  const learner = await makeLearner();
  const other = await makeLearner();
  await finishLesson(learner, "welk-gemis", now);
  expect(await reopenLesson({ ...learner, personId: other.personId }, "welk-gemis", now)).toEqual({ ok: false, reason: "not-finished" });
  await db.completion.create({ data: { enrolmentId: learner.enrolmentId, completedAt: now, rulesVersion: 1, evidence: {} } });
  expect(await reopenLesson(learner, "welk-gemis", now)).toEqual({ ok: false, reason: "complete" });
  expect((await completionStateOf(db, learner.enrolmentId)).records).toHaveProperty([lessonKey("welk-gemis")], 1);
});

test("the last lesson finished and taken back at the same moment: complete with its evidence, or not complete without", async () => {
  for (const _ of [1, 2, 3]) {
    const learner = await makeLearner();
    const { enrolmentId } = learner;
    const rest = (await completionStateOf(db, enrolmentId)).rules.flatMap(({ requirement }) =>
      "test" in requirement
        ? [{ key: `${requirement.type}:${requirement.test}`, value: 100 }]
        : requirement.type === "cases-written"
          ? requirement.cases.map((id) => ({ key: `case-written:${id}`, value: 1 }))
          : [],
    );
    await db.requirementRecord.createMany({
      data: rest.map(({ key, value }) => ({ enrolmentId, requirementKey: key, value, recordedAt: now })),
    });
    const lessons = await lessonIds();
    for (const lessonId of lessons.slice(0, -1)) await finishLesson(learner, lessonId, now);
    await Promise.all([finishLesson(learner, lessons.at(-1) ?? "", now), reopenLesson(learner, lessons[0] ?? "", now)]);
    const state = await completionStateOf(db, enrolmentId);
    expect(state.completedAt !== null).toBe(lessonKey(lessons[0] ?? "") in state.records);
  }
});
