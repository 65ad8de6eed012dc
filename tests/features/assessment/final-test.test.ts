import { describe, expect, test, vi } from "vitest";
import { saveAnswers, submitAttempt } from "#app/features/assessment/answer-attempt.server.ts";
import type { Answers } from "#app/features/assessment/scoring.ts";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import { testPage } from "#app/features/assessment/test-page.server.ts";
import { DAY, HOUR, MINUTE } from "#app/platform/clock.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { course, drawnOf, finalTest, later, newLearner, rightAnswers, sit, start, wrongAnswers } from "./test-taker.ts";

const seatOf = (personId: string) => ({ personId, slug: course.slug, testId: course.final });
let seed = 0;
const begin = (personId: string, now: Date) => startAttempt({ ...seatOf(personId), ownWork: true, seed: ++seed }, now);

async function begun(personId: string, now: Date): Promise<string> {
  const answer = await begin(personId, now);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.attemptId;
}

async function handIn(personId: string, attemptId: string, answers: Answers, now: Date) {
  return submitAttempt({ ...seatOf(personId), attemptId, answers, shown: [] }, now);
}

async function pageOf(personId: string, now: Date) {
  const page = await testPage(seatOf(personId), now);
  if (!page.ok) throw new Error(page.reason);
  return page;
}

/** Until a statement waits for a lock, which is the slow tab's. */
async function someoneWaits(): Promise<void> {
  const look = async () => {
    const waiting = await db.$queryRaw<unknown[]>`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    expect(waiting).not.toEqual([]);
  };
  await vi.waitFor(look, { timeout: 10_000 });
}

const recordOf = (enrolmentId: string) =>
  db.requirementRecord.findFirst({ where: { enrolmentId }, select: { requirementKey: true, value: true } });

describe("starting", () => {
  test("looking starts nothing; pressing start draws four questions of each outcome and pins the revision", async () => {
    const { personId, enrolmentId } = await newLearner();
    expect((await pageOf(personId, start)).open).toBeNull();
    expect(await db.attempt.count({ where: { enrolmentId } })).toBe(0);
    const attemptId = await begun(personId, start);
    const attempt = await db.attempt.findUniqueOrThrow({
      where: { id: attemptId },
      select: { revisionId: true, number: true, ownWorkAt: true },
    });
    expect(attempt).toMatchObject({ number: 1, ownWorkAt: start });
    const definition = await finalTest();
    const outcomes = (await drawnOf(attemptId)).map(({ itemId }) => definition.items.find((item) => item.id === itemId)?.outcome);
    for (const outcome of ["a", "b", "c", "d"]) expect(outcomes.filter((drawn) => drawn === outcome)).toHaveLength(4);
  });

  test("asks for the own-work statement", async () => {
    const { personId } = await newLearner();
    expect(await startAttempt({ ...seatOf(personId), ownWork: false, seed: 1 }, start)).toEqual({ ok: false, reason: "own-work" });
  });

  test("pressed eight times at once there is one attempt", async () => {
    const { personId, enrolmentId } = await newLearner();
    const answers = await Promise.all(Array.from({ length: 8 }, () => begin(personId, start)));
    expect(new Set(answers.map((answer) => answer.ok && answer.attemptId)).size).toBe(1);
    expect(answers.filter((answer) => answer.ok && answer.created)).toHaveLength(1);
    expect(await db.attempt.count({ where: { enrolmentId } })).toBe(1);
  });

  test("the gate decides: without a ground, before Begin, for a test of another course", async () => {
    const stranger = await db.person.create({
      data: { email: "s@example.org", emailKey: "s@example.org", name: "S" },
      select: { id: true },
    });
    expect(await begin(stranger.id, start)).toMatchObject({ ok: false, reason: "not-enrolled" });
    const { personId } = await newLearner({ begun: false });
    expect(await begin(personId, start)).toMatchObject({ ok: false, reason: "not-begun" });
    const other = await newLearner();
    expect(await startAttempt({ ...seatOf(other.personId), testId: "bestaat-niet", ownWork: true, seed: 1 }, start)).toMatchObject({
      ok: false,
      reason: "unknown-test",
    });
  });
});

describe("answering", () => {
  test("what was saved is there again, also after another device saved other questions", async () => {
    const { personId } = await newLearner();
    const attemptId = await begun(personId, start);
    const [first, second] = Object.entries(rightAnswers(await finalTest(), await drawnOf(attemptId))) as [
      [string, string[]],
      [string, string[]],
    ];
    const save = (answers: Answers) => saveAnswers({ ...seatOf(personId), attemptId, answers, shown: [] }, later(1));
    expect(await save({ [first[0]]: first[1] })).toEqual({ ok: true, savedAt: later(1) });
    await save({ [second[0]]: second[1], "geen-vraag": ["x"] });
    const { open } = await pageOf(personId, later(2));
    const chosen = Object.fromEntries(
      (open?.questions ?? []).filter((question) => question.chosen.length > 0).map((question) => [question.id, question.chosen]),
    );
    expect(chosen).toEqual({ [first[0]]: first[1], [second[0]]: second[1] });
  });

  test("handing in is refused while a question is open, and nothing is lost", async () => {
    const { personId } = await newLearner();
    const attemptId = await begun(personId, start);
    const drawn = await drawnOf(attemptId);
    const answers = rightAnswers(await finalTest(), drawn);
    const missing = drawn[4]?.itemId ?? "";
    const { [missing]: _left, ...given } = answers;
    expect(await handIn(personId, attemptId, given, later(1))).toEqual({
      ok: false,
      reason: "unanswered",
      items: [{ itemId: missing, number: 5 }],
    });
    const { open } = await pageOf(personId, later(2));
    expect(open?.questions.filter((question) => question.chosen.length > 0)).toHaveLength(15);
    expect(await handIn(personId, attemptId, { [missing]: answers[missing] ?? [] }, later(3))).toEqual({ ok: true });
  });

  test("somebody else's attempt is nobody's", async () => {
    const owner = await newLearner();
    const thief = await newLearner();
    const attemptId = await begun(owner.personId, start);
    const answers = rightAnswers(await finalTest(), await drawnOf(attemptId));
    expect(await handIn(thief.personId, attemptId, answers, start)).toEqual({ ok: false, reason: "no-attempt" });
    expect(await saveAnswers({ ...seatOf(thief.personId), attemptId, answers, shown: [] }, start)).toEqual({
      ok: false,
      reason: "no-attempt",
    });
  });

  test("handed in five times at once it counts once; saving afterwards changes nothing", async () => {
    const { personId, enrolmentId } = await newLearner();
    const attemptId = await begun(personId, start);
    const [definition, drawn] = [await finalTest(), await drawnOf(attemptId)];
    const answers = rightAnswers(definition, drawn);
    const done = await Promise.all(Array.from({ length: 5 }, () => handIn(personId, attemptId, answers, later(1))));
    expect(done.every((answer) => answer.ok)).toBe(true);
    expect(await db.auditEvent.count({ where: { action: "assessment.attempt-submitted", subjectId: attemptId } })).toBe(1);
    expect(await saveAnswers({ ...seatOf(personId), attemptId, answers: wrongAnswers(definition, drawn), shown: [] }, later(2))).toEqual({
      ok: false,
      reason: "handed-in",
    });
    expect(await recordOf(enrolmentId)).toEqual({ requirementKey: `final-test-passed:${course.final}`, value: 100 });
  });
});

describe("the key", () => {
  test("does not reach the browser before handing in", async () => {
    const { personId } = await newLearner();
    const attemptId = await begun(personId, start);
    const definition = await finalTest();
    const sent = JSON.stringify(await pageOf(personId, start));
    expect(sent).not.toMatch(/"correct"|"feedback"|"explanation"/);
    for (const item of definition.items) {
      expect(sent).not.toContain(JSON.stringify(item.explanation).slice(1, -1));
      for (const option of item.options) expect(sent).not.toContain(JSON.stringify(option.feedback).slice(1, -1));
    }
    expect(sent).toContain(attemptId);
  });

  test("stays closed for wrong answers while an attempt is left, and the outcomes to reread are named", async () => {
    const { personId } = await newLearner();
    await sit(personId, "fail", start);
    const { latest } = await pageOf(personId, later(1));
    expect(latest).toMatchObject({ percent: 0, passed: false, keyShown: false });
    expect(
      latest?.questions.flatMap((question) => question.options).every((option) => option.correct === null && option.feedback === null),
    ).toBe(true);
    expect(latest?.questions.every((question) => question.explanation === null && question.sources.length === 0)).toBe(true);
    expect(latest?.outcomes.map(({ right, total }) => `${right}/${total}`)).toEqual(["0/4", "0/4", "0/4", "0/4"]);
  });

  test("opens after passing, with explanation and sources", async () => {
    const { personId } = await newLearner();
    await sit(personId, "pass", start);
    const { latest, standing } = await pageOf(personId, later(1));
    expect(standing).toEqual({ state: "passed" });
    expect(latest).toMatchObject({ percent: 100, passed: true, keyShown: true, right: 16, total: 16 });
    expect(latest?.questions[0]?.explanation).toBeTruthy();
    expect(latest?.questions[0]?.sources.length).toBeGreaterThan(0);
  });
});

describe("attempts", () => {
  test("the next one opens exactly when the waiting time is over, with other questions; after the third the key opens", async () => {
    const { personId, enrolmentId } = await newLearner();
    const first = await sit(personId, "fail", start);
    const opensAt = new Date(start.getTime() + 24 * HOUR);
    expect((await pageOf(personId, later(1))).standing).toEqual({ state: "waiting", opensAt, left: 2 });
    expect(await begin(personId, new Date(opensAt.getTime() - 1))).toEqual({ ok: false, reason: "waiting" });
    const second = await sit(personId, "fail", opensAt);
    const definition = await finalTest();
    const poolSize = definition.items.length;
    const seen = new Set((await drawnOf(first)).map(({ itemId }) => itemId));
    const repeated = (await drawnOf(second)).filter(({ itemId }) => seen.has(itemId)).length;
    expect(repeated).toBe(Math.max(0, 32 - poolSize));
    await sit(personId, "fail", new Date(start.getTime() + 3 * DAY));
    const page = await pageOf(personId, new Date(start.getTime() + 4 * DAY));
    expect(page.standing).toEqual({ state: "exhausted" });
    expect(page.latest?.keyShown).toBe(true);
    expect(page.earlier.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await begin(personId, new Date(start.getTime() + 5 * DAY))).toEqual({ ok: false, reason: "exhausted" });
    expect(await recordOf(enrolmentId)).toMatchObject({ value: 0 });
  });

  test("a tab that looked before another one started its last attempt, and failed it, gives none on top", async () => {
    const { personId, enrolmentId } = await newLearner();
    await sit(personId, "fail", start);
    await sit(personId, "fail", new Date(start.getTime() + 2 * DAY));
    const now = new Date(start.getTime() + 4 * DAY);
    const meanwhile = async (tx: Tx) => {
      // The slow tab has seen two attempts by the time it waits here.
      await tx.$executeRaw`lock table extra_attempt in access exclusive mode`;
      const starting = begin(personId, now);
      await someoneWaits();
      const { id: _id, ...second } = await db.attempt.findFirstOrThrow({ where: { enrolmentId, number: 2 } });
      const third = { ...second, number: 3, drawn: second.drawn ?? [], answers: second.answers ?? {}, submittedAt: now };
      await db.attempt.create({ data: third, select: { id: true } });
      return { starting };
    };
    const slow = await db.$transaction(meanwhile, { timeout: 20_000 });
    expect(await slow.starting).toEqual({ ok: false, reason: "exhausted" });
    expect(await db.attempt.count({ where: { enrolmentId } })).toBe(3);
  });

  test("passed is passed: no further attempt", async () => {
    const { personId } = await newLearner();
    await sit(personId, "pass", start);
    expect(await begin(personId, new Date(start.getTime() + 2 * DAY))).toEqual({ ok: false, reason: "passed" });
  });

  test("an attempt keeps its questions when a newer revision is published", async () => {
    const { personId, editionId } = await newLearner();
    const attemptId = await begun(personId, start);
    const before = (await pageOf(personId, start)).open?.questions;
    const pinned = await finalTest();
    const old = await db.editionRevision.findFirstOrThrow({
      where: { editionId },
      orderBy: { revision: "desc" },
      include: { tests: true },
    });
    const { id: _id, tests, revision, contentHash, ...copy } = old;
    const next = await db.editionRevision.create({
      data: {
        ...copy,
        revision: revision + 1,
        contentHash: `${contentHash}-next`,
        source: copy.source ?? {},
        compiled: copy.compiled ?? {},
        publishedAt: new Date(start.getTime() + MINUTE),
      },
      select: { id: true },
    });
    try {
      expect(tests.map((row) => row.testId)).toContain(course.final);
      const definition = JSON.parse(JSON.stringify({ ...pinned, items: [] }));
      await db.revisionTest.create({ data: { revisionId: next.id, testId: course.final, kind: "final", definition } });
      expect((await pageOf(personId, later(1))).open?.questions).toEqual(before);
      const answers = rightAnswers(pinned, await drawnOf(attemptId));
      expect(await handIn(personId, attemptId, answers, later(2))).toEqual({ ok: true });
    } finally {
      await db.editionRevision.delete({ where: { id: next.id }, select: { id: true } });
    }
  });
});
