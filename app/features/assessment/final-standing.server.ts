import type { CompiledCourse } from "#app/features/catalogue/compiled.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { type Standing, type SubmittedAttempt, standingOf, withExtra } from "./standing.ts";

interface Asked {
  enrolmentId: string;
  finalTest: CompiledCourse["finalTest"];
}

/** What decides about a next attempt at one final test. */
export interface FinalRecord {
  finalTest: NonNullable<CompiledCourse["finalTest"]>;
  /** oldest first */
  submitted: (SubmittedAttempt & { scorePercent: number })[];
  /** when the attempt that is under way was started */
  openSince: Date | null;
  /** extra attempts of the office, oldest first */
  given: { grantedAt: Date; reason: string }[];
}

/** The record of each enrolment's final test, by enrolment id; courses without one are left out. Two statements. */
export async function finalRecordsOf(tx: Tx, asked: readonly Asked[]): Promise<Map<string, FinalRecord>> {
  const enrolmentId = { in: asked.map((one) => one.enrolmentId) };
  const attempts = await tx.attempt.findMany({
    where: { enrolmentId, kind: "final" },
    orderBy: { number: "asc" },
    select: { enrolmentId: true, testId: true, startedAt: true, submittedAt: true, passed: true, scorePercent: true },
  });
  const extras = await tx.extraAttempt.findMany({
    where: { enrolmentId },
    orderBy: { grantedAt: "asc" },
    select: { enrolmentId: true, testId: true, grantedAt: true, reason: true },
  });
  return new Map(
    asked.flatMap(({ enrolmentId: id, finalTest }) => {
      if (!finalTest) return [];
      const isIts = (row: { enrolmentId: string; testId: string }) => row.enrolmentId === id && row.testId === finalTest.id;
      const its = attempts.filter(isIts);
      const submitted = its.flatMap(({ submittedAt, passed, scorePercent }) =>
        submittedAt ? [{ submittedAt, passed: passed === true, scorePercent: scorePercent ?? 0 }] : [],
      );
      const openSince = its.find(({ submittedAt }) => !submittedAt)?.startedAt ?? null;
      const given = extras.filter(isIts).map(({ grantedAt, reason }) => ({ grantedAt, reason }));
      return [[id, { finalTest, submitted, openSince, given }] as const];
    }),
  );
}

/** Where a record stands; `more` counts extra attempts that are not given yet. */
export function standingAfter({ finalTest, submitted, given }: FinalRecord, more: number, now: Date): Standing {
  return standingOf(withExtra({ kind: "final", ...finalTest }, given.length + more), submitted, now);
}

/** Where each enrolment stands with its final test, by enrolment id; courses without one are left out. Two statements. */
export async function finalStandingsOf(tx: Tx, asked: readonly Asked[], now: Date): Promise<Map<string, Standing>> {
  const records = await finalRecordsOf(tx, asked);
  return new Map([...records].map(([enrolmentId, record]) => [enrolmentId, standingAfter(record, 0, now)]));
}
