import { storedCourse } from "#app/features/catalogue/stored-form.ts";
import { enrolmentsOf } from "#app/features/enrolment/access.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { finalRecordsOf, standingAfter } from "./final-standing.server.ts";
import { type NextAttempt, nextAttempt } from "./next-attempt.ts";
import type { Standing } from "./standing.ts";

/** Where one enrolment stands with its final test, as the office sees it: no question and no answer in it. */
export interface FinalTestCase {
  enrolmentId: string;
  courseTitle: string;
  testId: string;
  standing: Standing;
  /** attempts handed in */
  used: number;
  /** from when an attempt given now could be made; null: at once */
  opensAt: Date | null;
  given: { grantedAt: Date; reason: string }[];
  /** the attempt handed in last */
  last: { submittedAt: Date; scorePercent: number; passed: boolean } | null;
  openSince: Date | null;
}

/** Every final test of this person's enrolments, newest enrolment first, each with what comes next. */
export async function finalTestCases(personId: string, now: Date): Promise<(FinalTestCase & { next: NextAttempt })[]> {
  const [cases, enrolments] = await Promise.all([casesOf(db, { personId }, now), enrolmentsOf(db, personId, now)]);
  return cases.map((one) => {
    const seat = enrolments.find(({ enrolmentId }) => enrolmentId === one.enrolmentId);
    const begun = Boolean(seat?.begunAt);
    return { ...one, next: nextAttempt(one.standing, { mayEnter: seat?.access.state === "active", begun, openSince: one.openSince }) };
  });
}

export interface Grant {
  /** who gives it */
  officeId: string;
  personId: string;
  enrolmentId: string;
  /** for the office's own file; already trimmed, not empty */
  reason: string;
}

export type GrantAnswer = { ok: true } | { ok: false; reason: "no-final-test" | "passed" | "attempts-left" };

/**
 * Gives one more attempt at the final test to someone who has used them all. Refuses while attempts are left (also when the last one
 * is still open) and after passing; pressed twice, or by two people at once, it is one. The waiting time stays (see withExtra).
 */
export async function grantExtraAttempt({ officeId, personId, enrolmentId, reason }: Grant, now: Date): Promise<GrantAnswer> {
  return db.$transaction(async (tx) => {
    // Two who grant at once wait for each other: the second finds an attempt left.
    await tx.$queryRaw`select id from enrolment where id = ${enrolmentId}::uuid and person_id = ${personId}::uuid for update`;
    const [found] = await casesOf(tx, { personId, id: enrolmentId }, now);
    if (!found) return { ok: false as const, reason: "no-final-test" as const };
    const { standing, testId } = found;
    if (standing.state === "passed") return { ok: false as const, reason: "passed" as const };
    if (standing.state !== "exhausted") return { ok: false as const, reason: "attempts-left" as const };
    await tx.extraAttempt.create({ data: { enrolmentId, testId, grantedBy: officeId, reason, grantedAt: now }, select: { id: true } });
    await recordAudit(tx, {
      actor: { kind: "office", id: officeId },
      action: "assessment.extra-attempt-granted",
      subject: { kind: "enrolment", id: enrolmentId },
      data: { testId, used: found.used },
      now,
    });
    return { ok: true as const };
  });
}

async function casesOf(tx: Tx, where: { personId: string; id?: string }, now: Date): Promise<FinalTestCase[]> {
  const enrolments = await tx.enrolment.findMany({
    where,
    orderBy: { createdAt: "desc" },
    select: { id: true, edition: { select: { revisions: { orderBy: { revision: "desc" }, take: 1, select: { compiled: true } } } } },
  });
  const courses = enrolments.flatMap(({ id, edition }) =>
    edition.revisions.map(({ compiled }) => ({ enrolmentId: id, ...storedCourse(compiled) })),
  );
  const records = await finalRecordsOf(tx, courses);
  return courses.flatMap(({ enrolmentId, title }) => {
    const record = records.get(enrolmentId);
    if (!record) return [];
    const { finalTest, submitted, openSince, given } = record;
    const next = standingAfter(record, 1, now);
    return [
      {
        enrolmentId,
        courseTitle: title,
        testId: finalTest.id,
        standing: standingAfter(record, 0, now),
        used: submitted.length,
        opensAt: next.state === "waiting" ? next.opensAt : null,
        given,
        last: submitted.at(-1) ?? null,
        openSince,
      },
    ];
  });
}
