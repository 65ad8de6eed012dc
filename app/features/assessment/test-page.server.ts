import { db, type Tx } from "#app/platform/db.server.ts";
import { attemptsAt, extraAttemptsAt, type StoredAttempt, submittedOf } from "./attempt-rows.server.ts";
import { type OpenTest, openTest, pinnedDefinition, type TestRefusal, type TestSeat } from "./open-test.server.ts";
import { questionCount } from "./question-count.ts";
import { type OutcomeResult, outcomeResults, type Question, questionsOf, type ReviewedQuestion, reviewOf } from "./questions.ts";
import { scoreAnswers } from "./scoring.ts";
import { type Standing, standingOf, withExtra } from "./standing.ts";

export interface TestResult {
  number: number;
  submittedAt: Date;
  percent: number;
  passed: boolean;
  right: number;
  total: number;
  /** false: the key stays closed, because a next attempt is allowed */
  keyShown: boolean;
  questions: ReviewedQuestion[];
  outcomes: OutcomeResult[];
}

/** What the page of one test shows. Everything in it may go to the browser. */
export interface TestPage {
  ok: true;
  slug: string;
  testId: string;
  kind: "check" | "final";
  title: string;
  courseTitle: string;
  passPercent: number;
  reason: string | null;
  attempts: number | null;
  /** given by the office on top of these */
  extra: number;
  waitHours: number;
  ownWork: string | null;
  /** how many an attempt asks */
  questionCount: number;
  standing: Standing;
  open: {
    attemptId: string;
    number: number;
    savedAt: Date;
    questions: Question[] /** of a check: what was answered in this round */;
    answered: ReviewedQuestion[];
  } | null;
  latest: TestResult | null;
  earlier: { number: number; submittedAt: Date; percent: number; passed: boolean }[];
}

/** Everything about one test for one person. Reading it starts nothing. */
export async function testPage(seat: TestSeat, now: Date): Promise<TestPage | TestRefusal> {
  const test = await openTest(seat, now);
  if (!test.ok) return test;
  const { definition, compiled } = test;
  const attempts = await attemptsAt(db, test.enrolmentId, definition.id);
  const extra = await extraAttemptsAt(db, test.enrolmentId, definition.id);
  const submitted = submittedOf(attempts);
  const standing = standingOf(withExtra(definition, extra), submitted, now);
  const open = attempts.find((attempt) => attempt.state === "open");
  const latest = submitted.at(-1);
  return {
    ok: true,
    slug: seat.slug,
    testId: definition.id,
    kind: definition.kind,
    title: definition.title,
    courseTitle: compiled.title,
    passPercent: definition.percent,
    reason: definition.reason,
    attempts: definition.attempts,
    extra,
    waitHours: definition.waitHours,
    ownWork: definition.ownWork,
    questionCount: questionCount(definition.drawPerOutcome, definition.items),
    standing,
    open: open ? await openView(test, open) : null,
    latest: latest && !open ? await resultView(test, latest, standing) : null,
    earlier: submitted.map(({ number, submittedAt, scorePercent, passed }) => ({ number, submittedAt, percent: scorePercent, passed })),
  };
}

async function openView(test: OpenTest, attempt: StoredAttempt) {
  const definition = await pinnedDefinition(test, attempt.revisionId);
  const { references } = test.compiled;
  const questions = questionsOf(definition, attempt.drawn, attempt.answers);
  const answered =
    definition.kind === "check"
      ? reviewOf(definition, attempt.drawn, attempt.answers, { revealKey: true, references }).filter(
          (question) => question.chosen.length > 0,
        )
      : [];
  return { attemptId: attempt.id, number: attempt.number, savedAt: attempt.savedAt, questions, answered };
}

async function resultView(test: OpenTest, attempt: ReturnType<typeof submittedOf>[number], standing: Standing): Promise<TestResult> {
  const definition = await pinnedDefinition(test, attempt.revisionId);
  const keyShown = definition.kind === "check" || standing.state === "passed" || standing.state === "exhausted";
  const asked = new Set(attempt.drawn.map((item) => item.itemId));
  const score = scoreAnswers(
    definition.items.filter((item) => asked.has(item.id)),
    attempt.answers,
    definition.percent,
  );
  return {
    number: attempt.number,
    submittedAt: attempt.submittedAt,
    percent: attempt.scorePercent,
    passed: attempt.passed,
    right: score.right,
    total: score.total,
    keyShown,
    questions: reviewOf(definition, attempt.drawn, attempt.answers, { revealKey: keyShown, references: test.compiled.references }),
    outcomes: outcomeResults(test.compiled.outcomes, score.items, await lessonsWithOutcomes(test.revisionId)),
  };
}

/** The lessons of a revision in reading order, with the outcomes each teaches. */
async function lessonsWithOutcomes(revisionId: string): Promise<{ id: string; title: string; outcomes: string[] }[]> {
  return db.$queryRaw`
    select lesson_id as id, title, coalesce(content->'outcomes', '[]') as outcomes
    from revision_lesson where revision_id = ${revisionId}::uuid order by position`;
}

export interface FinalResult {
  passed: boolean;
  /** of the best attempt */
  scorePercent: number;
  attempts: number;
}

/** For the dossier of a certificate: the best final result of an enrolment and how many attempts it took; null without one. */
export async function finalResultOf(tx: Tx, enrolmentId: string): Promise<FinalResult | null> {
  const rows = await tx.attempt.findMany({
    where: { enrolmentId, kind: "final", state: "submitted" },
    select: { scorePercent: true, passed: true },
  });
  if (rows.length === 0) return null;
  const scorePercent = Math.max(...rows.map((row) => row.scorePercent ?? 0));
  return { passed: rows.some(({ passed }) => passed), scorePercent, attempts: rows.length };
}
