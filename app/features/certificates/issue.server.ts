import { completionStateOf } from "#app/features/learning/completion.server.ts";
import { paths } from "#app/paths.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { certificateCode } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/queue.server.ts";
import { type CompletedFacts, completedFacts } from "./completed-enrolment.server.ts";
import { renderCertificateJob } from "./jobs.ts";
import { postNameWanted } from "./letters.server.ts";
import { type PrintedFacts, SNAPSHOT_VERSION } from "./snapshot.ts";

/** `withdrawn`: there was one, and it was revoked; a new one is the office's decision. */
export type IssueAnswer =
  | { ok: true; certificateId: string; code: string; created: boolean }
  | { ok: false; reason: "not-completed" | "no-name" | "withdrawn" };

/**
 * Freezes a completed enrolment into its one current certificate. Insert-or-return: asked twice, or by two writers at once,
 * there is one, with one code. Asks learning whether the course is completed, whatever the caller believes.
 */
export async function issueCertificate(tx: Tx, enrolmentId: string, now: Date): Promise<IssueAnswer> {
  const known = await standingCertificate(tx, enrolmentId);
  if (known) return known;
  const { completedAt } = await completionStateOf(tx, enrolmentId);
  const facts = completedAt ? await completedFacts(tx, enrolmentId, now) : null;
  if (!facts) return { ok: false, reason: "not-completed" };
  const confirmed = await tx.certificateName.findUnique({ where: { enrolmentId }, select: { name: true } });
  if (!confirmed) return { ok: false, reason: "no-name" };
  const created = await insertCertificate(tx, facts, confirmed.name, now);
  if (!created) {
    const first = await standingCertificate(tx, enrolmentId);
    if (!first) throw new Error("A certificate that was in the way has gone.");
    return first;
  }
  await enqueue(tx, renderCertificateJob, { certificateId: created.id });
  await recordAudit(tx, {
    actor: { kind: "system" },
    action: "certificates.issued",
    subject: { kind: "certificate", id: created.id },
    data: { enrolmentId, mode: facts.printed.mode, courseSlug: facts.courseSlug },
    now,
  });
  return { ok: true, certificateId: created.id, code: created.code, created: true };
}

async function standingCertificate(tx: Tx, enrolmentId: string): Promise<IssueAnswer | null> {
  const certificates = await tx.certificate.findMany({ where: { enrolmentId }, select: { id: true, code: true, state: true } });
  const current = certificates.find((certificate) => certificate.state === "current");
  if (current) return { ok: true, certificateId: current.id, code: current.code, created: false };
  return certificates.length > 0 ? { ok: false, reason: "withdrawn" } : null;
}

/** Conflicts are answered in SQL: a unique violation would end the caller's transaction. */
async function insertCertificate(tx: Tx, facts: CompletedFacts, name: string, now: Date) {
  const code = certificateCode();
  const printed: PrintedFacts = { ...facts.printed, name, code, verifyUrl: `${env().origin}${paths.verify(code)}` };
  const rows = await tx.certificate.createManyAndReturn({
    data: [
      {
        code,
        enrolmentId: facts.enrolmentId,
        personId: facts.personId,
        courseSlug: facts.courseSlug,
        mode: printed.mode,
        snapshotVersion: SNAPSHOT_VERSION,
        printed: { ...printed, accreditations: printed.accreditations.map((accreditation) => ({ ...accreditation })) },
        held: { ...facts.held },
        issuedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, code: true },
  });
  return rows[0];
}

/**
 * What learning's news leads to: with a confirmed name the certificate, without one a letter that asks for it. Heard twice
 * it does nothing more.
 */
export async function onCourseCompleted(enrolmentId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const answer = await issueCertificate(tx, enrolmentId, now);
    if (!answer.ok && answer.reason === "no-name") await askForName(tx, enrolmentId, now);
  });
}

async function askForName(tx: Tx, enrolmentId: string, now: Date): Promise<void> {
  const facts = await completedFacts(tx, enrolmentId, now);
  if (facts) await postNameWanted(tx, facts);
}

export interface PendingCertificate {
  enrolmentId: string;
  personId: string;
  courseSlug: string;
  completedAt: Date;
  /** false: waiting for the person to confirm the name to print */
  nameConfirmed: boolean;
}

/**
 * Completed enrolments that never had a certificate, at most `limit`: first those whose name is confirmed (these can be issued
 * at once, however many others keep waiting), then oldest first.
 */
export async function pendingCertificates(tx: Tx, limit = 500): Promise<PendingCertificate[]> {
  return tx.$queryRaw<PendingCertificate[]>`
    with pending as materialized (
      select completion.enrolment_id, completion.completed_at, (certificate_name.enrolment_id is not null) as confirmed
      from completion left join certificate_name on certificate_name.enrolment_id = completion.enrolment_id
      where not exists (select 1 from certificate where certificate.enrolment_id = completion.enrolment_id)
      order by confirmed desc, completion.completed_at limit ${limit}::int)
    select enrolment.id as "enrolmentId", enrolment.person_id as "personId", enrolment.course_slug as "courseSlug",
      pending.completed_at as "completedAt", pending.confirmed as "nameConfirmed"
    from pending join enrolment on enrolment.id = pending.enrolment_id
    order by pending.confirmed desc, pending.completed_at`;
}

/**
 * The nightly check on "complete but no certificate": says again what the news of each would have said.
 * @throws after all of them, when some could not be done: one person's trouble is nobody else's wait, and the office sees the job
 */
export async function reviewPendingCertificates(now: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const { enrolmentId } of await pendingCertificates(db)) {
    await onCourseCompleted(enrolmentId, now).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} completed enrolments could not be looked at: ${failures[0]}`);
}
