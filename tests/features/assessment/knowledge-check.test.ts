import { expect, test } from "vitest";
import { answerCheckItem, saveAnswers, submitAttempt } from "#app/features/assessment/answer-attempt.server.ts";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import { testPage } from "#app/features/assessment/test-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { course, drawnOf, knowledgeCheck, later, newLearner, rightAnswers, start, wrongAnswers } from "./test-taker.ts";

const seatOf = (personId: string) => ({ personId, slug: course.slug, testId: course.check });

async function begun(personId: string, now: Date): Promise<string> {
  const answer = await startAttempt({ ...seatOf(personId), ownWork: false, seed: 1 }, now);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.attemptId;
}

async function pageOf(personId: string) {
  const page = await testPage(seatOf(personId), later(1));
  if (!page.ok) throw new Error(page.reason);
  return page;
}

async function makeWhole(personId: string, choose: typeof rightAnswers) {
  const attemptId = await begun(personId, start);
  const answers = choose(await knowledgeCheck(), await drawnOf(attemptId));
  for (const [itemId, chosen] of Object.entries(answers)) {
    expect(await answerCheckItem({ ...seatOf(personId), attemptId, answers: { [itemId]: chosen }, shown: [itemId] }, start)).toEqual({
      ok: true,
    });
  }
}

const recordOf = (enrolmentId: string) =>
  db.requirementRecord.findFirst({ where: { enrolmentId }, select: { requirementKey: true, value: true } });

test("feedback comes with each answer, for that question alone", async () => {
  const { personId } = await newLearner();
  const attemptId = await begun(personId, start);
  const definition = await knowledgeCheck();
  const [itemId = "", chosen = []] = Object.entries(wrongAnswers(definition, await drawnOf(attemptId)))[0] ?? [];
  await answerCheckItem({ ...seatOf(personId), attemptId, answers: { [itemId]: chosen }, shown: [itemId] }, start);
  const { open } = await pageOf(personId);
  expect(open?.answered.map((question) => question.id)).toEqual([itemId]);
  expect(open?.answered[0]).toMatchObject({ right: false });
  expect(open?.answered[0]?.explanation).toBeTruthy();
  expect(open?.answered[0]?.options.every((option) => option.feedback)).toBe(true);
  const sent = JSON.stringify(open);
  for (const item of definition.items.filter((candidate) => candidate.id !== itemId))
    expect(sent).not.toContain(JSON.stringify(item.explanation).slice(1, -1));
});

test("the first answer stands: the feedback gave the key away", async () => {
  const { personId } = await newLearner();
  const attemptId = await begun(personId, start);
  const [definition, drawn] = [await knowledgeCheck(), await drawnOf(attemptId)];
  const [itemId = "", wrong = []] = Object.entries(wrongAnswers(definition, drawn))[0] ?? [];
  await answerCheckItem({ ...seatOf(personId), attemptId, answers: { [itemId]: wrong }, shown: [itemId] }, start);
  await answerCheckItem({ ...seatOf(personId), attemptId, answers: rightAnswers(definition, drawn), shown: [itemId] }, start);
  const { latest } = await pageOf(personId);
  expect(latest?.questions.find((question) => question.id === itemId)).toMatchObject({ right: false, chosen: wrong });
});

test("nor does the form of a final test change a check's first answer, saved or handed in", async () => {
  const { personId } = await newLearner();
  const attemptId = await begun(personId, start);
  const [definition, drawn] = [await knowledgeCheck(), await drawnOf(attemptId)];
  const [itemId = "", wrong = []] = Object.entries(wrongAnswers(definition, drawn))[0] ?? [];
  const seat = { ...seatOf(personId), attemptId };
  await answerCheckItem({ ...seat, answers: { [itemId]: wrong }, shown: [itemId] }, start);
  const right = { ...seat, answers: rightAnswers(definition, drawn), shown: drawn.map((item) => item.itemId) };
  await saveAnswers(right, start);
  await submitAttempt(right, start);
  const { latest } = await pageOf(personId);
  expect(latest?.questions.find((question) => question.id === itemId)).toMatchObject({ right: false, chosen: wrong });
});

test("an empty answer is refused", async () => {
  const { personId } = await newLearner();
  const attemptId = await begun(personId, start);
  expect(await answerCheckItem({ ...seatOf(personId), attemptId, answers: {}, shown: [] }, start)).toEqual({
    ok: false,
    reason: "unanswered",
  });
});

test("as often as one likes; the best score counts", async () => {
  const { personId, enrolmentId } = await newLearner();
  await makeWhole(personId, wrongAnswers);
  expect(await recordOf(enrolmentId)).toEqual({ requirementKey: `check-passed:${course.check}`, value: 0 });
  await makeWhole(personId, rightAnswers);
  await makeWhole(personId, wrongAnswers);
  const { latest, standing, earlier } = await pageOf(personId);
  expect(latest).toMatchObject({ percent: 0, keyShown: true });
  expect(standing).toEqual({ state: "ready", left: null });
  expect(earlier.map(({ percent }) => percent)).toEqual([0, 100, 0]);
  expect(await recordOf(enrolmentId)).toMatchObject({ value: 100 });
});

test("two answers at once are both kept", async () => {
  const { personId } = await newLearner();
  const attemptId = await begun(personId, start);
  const answers = Object.entries(rightAnswers(await knowledgeCheck(), await drawnOf(attemptId)));
  await Promise.all(
    answers.map(([itemId, chosen]) =>
      answerCheckItem({ ...seatOf(personId), attemptId, answers: { [itemId]: chosen }, shown: [itemId] }, start),
    ),
  );
  expect((await pageOf(personId)).latest).toMatchObject({ percent: 100 });
});
