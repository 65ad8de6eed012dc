import type { Tx } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { DrawnItem } from "./drawing.ts";
import type { Answers } from "./scoring.ts";

const attemptSelect = {
  id: true,
  number: true,
  revisionId: true,
  state: true,
  drawn: true,
  answers: true,
  scorePercent: true,
  passed: true,
  startedAt: true,
  savedAt: true,
  submittedAt: true,
} as const;

type AttemptRow = Prisma.AttemptGetPayload<{ select: typeof attemptSelect }>;

/** A row with its two JSON columns typed: this room alone writes them. */
export type StoredAttempt = Omit<AttemptRow, "drawn" | "answers"> & { drawn: DrawnItem[]; answers: Answers };

const typed = (row: AttemptRow): StoredAttempt => ({ ...row, drawn: row.drawn as unknown as DrawnItem[], answers: row.answers as Answers });

/** All attempts at one test in one enrolment, oldest first. */
export async function attemptsAt(tx: Tx, enrolmentId: string, testId: string): Promise<StoredAttempt[]> {
  const rows = await tx.attempt.findMany({ where: { enrolmentId, testId }, orderBy: { number: "asc" }, select: attemptSelect });
  return rows.map(typed);
}

/** How many attempts the office gave on top of the test's own limit. */
export async function extraAttemptsAt(tx: Tx, enrolmentId: string, testId: string): Promise<number> {
  return tx.extraAttempt.count({ where: { enrolmentId, testId } });
}

/**
 * One attempt of this person, locked until the transaction ends: saving and handing in wait for each other.
 * @returns null when there is none with this id in this enrolment
 */
export async function lockAttempt(tx: Tx, attempt: { id: string; enrolmentId: string; personId: string }): Promise<StoredAttempt | null> {
  const { id, enrolmentId, personId } = attempt;
  await tx.$queryRaw`select id from attempt where id = ${id}::uuid and enrolment_id = ${enrolmentId}::uuid for update`;
  const row = await tx.attempt.findFirst({ where: { id, enrolmentId, enrolment: { personId } }, select: attemptSelect });
  return row && typed(row);
}

/** What has been handed in, with the facts the rules ask for. */
export function submittedOf(attempts: readonly StoredAttempt[]) {
  return attempts.flatMap((attempt) =>
    attempt.submittedAt
      ? [{ ...attempt, submittedAt: attempt.submittedAt, passed: attempt.passed === true, scorePercent: attempt.scorePercent ?? 0 }]
      : [],
  );
}
