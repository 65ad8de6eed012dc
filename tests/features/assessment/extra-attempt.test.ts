import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { finalTestCases, grantExtraAttempt } from "#app/features/assessment/extra-attempt.server.ts";
import { finalStandingsOf } from "#app/features/assessment/final-standing.server.ts";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import { testPage } from "#app/features/assessment/test-page.server.ts";
import { currentRevision } from "#app/features/catalogue/courses.server.ts";
import { DAY, HOUR } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { course, drawnOf, newLearner, sit, start } from "./test-taker.ts";

const days = (count: number) => new Date(start.getTime() + count * DAY);
const officeId = randomUUID();

type Learner = Awaited<ReturnType<typeof newLearner>>;

const grant = ({ personId, enrolmentId }: Learner, now: Date) =>
  grantExtraAttempt({ officeId, personId, enrolmentId, reason: "Ziek geworden tijdens de derde poging." }, now);

async function usedUp(): Promise<Learner> {
  const learner = await newLearner();
  for (const day of [0, 2, 4]) await sit(learner.personId, "fail", days(day));
  return learner;
}

async function pageOf({ personId }: Learner, now: Date) {
  const page = await testPage({ personId, slug: course.slug, testId: course.final }, now);
  if (!page.ok) throw new Error(page.reason);
  return page;
}

const begin = ({ personId }: Learner, now: Date) =>
  startAttempt({ personId, slug: course.slug, testId: course.final, ownWork: true, seed: 7 }, now);

test("who has used all attempts gets one more: after the waiting time, with questions not in the last attempt", async () => {
  const learner = await usedUp();
  expect(await begin(learner, days(6))).toEqual({ ok: false, reason: "exhausted" });
  expect((await pageOf(learner, days(6))).latest?.keyShown).toBe(true);

  expect(await grant(learner, new Date(days(4).getTime() + HOUR))).toEqual({ ok: true });
  const opensAt = days(5);
  expect((await pageOf(learner, days(4.5))).standing).toEqual({ state: "waiting", opensAt, left: 1 });
  expect(await begin(learner, new Date(opensAt.getTime() - 1))).toEqual({ ok: false, reason: "waiting" });

  const page = await pageOf(learner, opensAt);
  expect(page).toMatchObject({ standing: { state: "ready", left: 1 }, extra: 1, latest: { keyShown: false } });
  const fourth = await sit(learner.personId, "fail", opensAt);
  const attempts = await db.attempt.findMany({
    where: { enrolmentId: learner.enrolmentId },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
  expect(attempts.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  const third = new Set((await drawnOf(attempts[2]?.id ?? "")).map(({ itemId }) => itemId));
  expect((await drawnOf(fourth)).filter(({ itemId }) => third.has(itemId))).toEqual([]);

  expect(await begin(learner, days(9))).toEqual({ ok: false, reason: "exhausted" });
});

test("passed at the extra attempt is passed", async () => {
  const learner = await usedUp();
  await grant(learner, days(6));
  await sit(learner.personId, "pass", days(6));
  expect((await pageOf(learner, days(7))).standing).toEqual({ state: "passed" });
  expect(await grant(learner, days(7))).toEqual({ ok: false, reason: "passed" });
});

test("refused while attempts are left, also when the last of them is under way", async () => {
  const learner = await newLearner();
  expect(await grant(learner, start)).toEqual({ ok: false, reason: "attempts-left" });
  await sit(learner.personId, "fail", days(0));
  await sit(learner.personId, "fail", days(2));
  expect(await begin(learner, days(4))).toMatchObject({ ok: true });
  expect(await grant(learner, days(4))).toEqual({ ok: false, reason: "attempts-left" });
  expect(await db.extraAttempt.count({ where: { enrolmentId: learner.enrolmentId } })).toBe(0);
});

test("pressed five times at once it is one extra attempt, written down once with who gave it", async () => {
  const learner = await usedUp();
  const answers = await Promise.all(Array.from({ length: 5 }, () => grant(learner, days(6))));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "attempts-left")).toHaveLength(4);
  expect(
    await db.auditEvent.findMany({
      where: { action: "assessment.extra-attempt-granted", subjectId: learner.enrolmentId },
      select: { actorKind: true, actorId: true, data: true },
    }),
  ).toEqual([{ actorKind: "office", actorId: officeId, data: { testId: course.final, used: 3 } }]);
});

test("used up again, it can be given again", async () => {
  const learner = await usedUp();
  await grant(learner, days(6));
  await sit(learner.personId, "fail", days(6));
  expect(await grant(learner, days(6))).toEqual({ ok: true });
  expect((await pageOf(learner, days(8))).standing).toEqual({ state: "ready", left: 1 });
});

test("an enrolment is of the person named, or of nobody", async () => {
  const learner = await usedUp();
  const other = await newLearner();
  expect(await grant({ ...learner, personId: other.personId }, days(6))).toEqual({ ok: false, reason: "no-final-test" });
});

test("the office sees how it stands, when an extra attempt would open, and what was given; the course page agrees", async () => {
  const learner = await usedUp();
  const soon = new Date(days(4).getTime() + HOUR);
  expect(await finalTestCases(learner.personId, soon)).toMatchObject([
    { enrolmentId: learner.enrolmentId, testId: course.final, standing: { state: "exhausted" }, used: 3, opensAt: days(5), given: [] },
  ]);
  expect(await finalTestCases(learner.personId, days(6))).toMatchObject([{ opensAt: null }]);
  await grant(learner, days(6));
  const [told] = await finalTestCases(learner.personId, days(6));
  expect(told).toMatchObject({ standing: { state: "ready", left: 1 }, given: [{ reason: "Ziek geworden tijdens de derde poging." }] });
  const { compiled } = await currentRevision(db, learner.editionId);
  const standings = await finalStandingsOf(db, [{ enrolmentId: learner.enrolmentId, finalTest: compiled.finalTest }], days(6));
  expect(standings.get(learner.enrolmentId)).toEqual({ state: "ready", left: 1 });
});
