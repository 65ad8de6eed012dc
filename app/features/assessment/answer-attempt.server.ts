import type { TestDefinition } from "#app/features/catalogue/compiled.ts";
import { recordRequirement, reviewCompletion } from "#app/features/learning/completion.server.ts";
import { requirementKey } from "#app/features/learning/requirements.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { mergeAnswers } from "./answers.ts";
import { lockAttempt, type StoredAttempt } from "./attempt-rows.server.ts";
import { type OpenTest, openTest, pinnedDefinition, type TestRefusal, type TestSeat } from "./open-test.server.ts";
import { type Answers, scoreAnswers, unansweredItems } from "./scoring.ts";

/** What a form says: the attempt it belongs to, the questions it showed, what was chosen. */
export interface GivenAnswers extends TestSeat {
  attemptId: string;
  answers: Answers;
  shown: string[];
}

/** `no-attempt`: this attempt is not theirs, or was never started. */
export type AnswerRefusal = TestRefusal | { ok: false; reason: "no-attempt" };

/** Keeps the answers so far. After handing in it changes nothing and says so. */
export async function saveAnswers(
  given: GivenAnswers,
  now: Date,
): Promise<{ ok: true; savedAt: Date } | AnswerRefusal | { ok: false; reason: "handed-in" }> {
  return withOpenAttempt(given, now, async (tx, { attempt, definition }) => {
    const answers = withGiven({ attempt, definition }, given);
    await tx.attempt.update({ where: { id: attempt.id }, data: { answers, savedAt: now }, select: { id: true } });
    return { ok: true as const, savedAt: now };
  });
}

export type SubmitAnswer = { ok: true } | AnswerRefusal | { ok: false; reason: "unanswered"; items: { itemId: string; number: number }[] };

/**
 * Hands the attempt in and scores it, once. Refuses while a question has no answer, after keeping the answers that came
 * along. The result, its report to learning and a completion that follows from it are one transaction.
 */
export async function submitAttempt(given: GivenAnswers, now: Date): Promise<SubmitAnswer> {
  const answer = await withOpenAttempt(given, now, async (tx, { attempt, definition, test }) => {
    const answers = withGiven({ attempt, definition }, given);
    const items = unansweredItems(attempt.drawn, answers);
    if (items.length > 0) {
      await tx.attempt.update({ where: { id: attempt.id }, data: { answers, savedAt: now }, select: { id: true } });
      return { ok: false as const, reason: "unanswered" as const, items };
    }
    await close(tx, { attempt, definition, test, answers, personId: given.personId }, now);
    return { ok: true as const };
  });
  // Pressed twice: the first press did it.
  return !answer.ok && answer.reason === "handed-in" ? { ok: true } : answer;
}

/** What was kept with what the form says. In a check the first answer stands whichever form comes: its feedback has told the key. */
function withGiven({ attempt, definition }: Pick<OpenAttempt, "attempt" | "definition">, { answers, shown }: GivenAnswers): Answers {
  if (definition.kind === "final") return mergeAnswers(definition, attempt.drawn, attempt.answers, answers, shown);
  return { ...mergeAnswers(definition, attempt.drawn, {}, answers, shown), ...attempt.answers };
}

/**
 * Answers one question of a knowledge check. The first answer stands for this round, because the feedback that follows
 * gives the key; the last question closes the round with its score.
 */
export async function answerCheckItem(
  given: GivenAnswers,
  now: Date,
): Promise<{ ok: true } | AnswerRefusal | { ok: false; reason: "unanswered" | "not-a-check" }> {
  const answer = await withOpenAttempt(given, now, async (tx, { attempt, definition, test }) => {
    if (definition.kind !== "check") return { ok: false as const, reason: "not-a-check" as const };
    const added = mergeAnswers(definition, attempt.drawn, {}, given.answers, given.shown);
    if (Object.keys(added).length === 0) return { ok: false as const, reason: "unanswered" as const };
    const answers = { ...added, ...attempt.answers };
    if (unansweredItems(attempt.drawn, answers).length === 0) {
      await close(tx, { attempt, definition, test, answers, personId: given.personId }, now);
    } else {
      await tx.attempt.update({ where: { id: attempt.id }, data: { answers, savedAt: now }, select: { id: true } });
    }
    return { ok: true as const };
  });
  return !answer.ok && answer.reason === "handed-in" ? { ok: true } : answer;
}

interface OpenAttempt {
  test: OpenTest;
  attempt: StoredAttempt;
  definition: TestDefinition;
}

async function withOpenAttempt<T>(
  given: GivenAnswers,
  now: Date,
  work: (tx: Tx, open: OpenAttempt) => Promise<T>,
): Promise<T | AnswerRefusal | { ok: false; reason: "handed-in" }> {
  const test = await openTest(given, now);
  if (!test.ok) return test;
  const pinned = await db.attempt.findFirst({
    where: { id: given.attemptId, enrolmentId: test.enrolmentId, testId: given.testId, enrolment: { personId: given.personId } },
    select: { revisionId: true },
  });
  if (!pinned) return { ok: false, reason: "no-attempt" };
  const definition = await pinnedDefinition(test, pinned.revisionId);
  return db.$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, { id: given.attemptId, enrolmentId: test.enrolmentId, personId: given.personId });
    if (!attempt) return { ok: false as const, reason: "no-attempt" as const };
    if (attempt.state !== "open") return { ok: false as const, reason: "handed-in" as const };
    return work(tx, { test, attempt, definition });
  });
}

async function close(
  tx: Tx,
  { attempt, definition, test, answers, personId }: OpenAttempt & { answers: Answers; personId: string },
  now: Date,
): Promise<void> {
  const asked = new Set(attempt.drawn.map((item) => item.itemId));
  const score = scoreAnswers(
    definition.items.filter((item) => asked.has(item.id)),
    answers,
    definition.percent,
  );
  const { passed } = score;
  await tx.attempt.update({
    where: { id: attempt.id },
    data: { answers, state: "submitted", scorePercent: score.percent, passed, savedAt: now, submittedAt: now },
    select: { id: true },
  });
  const key = requirementKey({
    type: definition.kind === "final" ? "final-test-passed" : "check-passed",
    test: definition.id,
    percent: definition.percent,
  });
  const evidence = { attemptId: attempt.id, number: attempt.number, right: score.right, total: score.total };
  await recordRequirement(tx, { enrolmentId: test.enrolmentId, key, value: score.percent, evidence }, now);
  await recordAudit(tx, {
    actor: { kind: "person", id: personId },
    action: "assessment.attempt-submitted",
    subject: { kind: "attempt", id: attempt.id },
    data: { testId: definition.id, scorePercent: score.percent, passed },
    now,
  });
  await reviewCompletion(tx, test.enrolmentId, now);
}
