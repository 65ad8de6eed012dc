import type { CompiledCourse } from "#app/features/catalogue/compiled.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { type Standing, standingOf } from "./standing.ts";

interface Asked {
  enrolmentId: string;
  finalTest: CompiledCourse["finalTest"];
}

/** Where each enrolment stands with its final test, by enrolment id; courses without one are left out. One statement. */
export async function finalStandingsOf(tx: Tx, asked: readonly Asked[], now: Date): Promise<Map<string, Standing>> {
  const attempts = await tx.attempt.findMany({
    where: { enrolmentId: { in: asked.map(({ enrolmentId }) => enrolmentId) }, kind: "final", submittedAt: { not: null } },
    select: { enrolmentId: true, testId: true, submittedAt: true, passed: true },
  });
  const standings = new Map<string, Standing>();
  for (const { enrolmentId, finalTest } of asked) {
    if (!finalTest) continue;
    const submitted = attempts.flatMap((attempt) =>
      attempt.enrolmentId === enrolmentId && attempt.testId === finalTest.id && attempt.submittedAt
        ? [{ submittedAt: attempt.submittedAt, passed: attempt.passed === true }]
        : [],
    );
    standings.set(enrolmentId, standingOf({ kind: "final", ...finalTest }, submitted, now));
  }
  return standings;
}
