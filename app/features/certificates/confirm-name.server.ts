import { registerNumbersOf, saveRegisterNumbers } from "#app/features/accounts/people.server.ts";
import type { RegisterEntry } from "#app/features/accounts/registers.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import type { FactsWithoutCode } from "./certificate-facts.ts";
import { unprintableIn } from "./certificate-pdf.server.ts";
import { completedFacts } from "./completed-enrolment.server.ts";
import { type IssueAnswer, issueCertificate } from "./issue.server.ts";
import { type NameProblem, nameProblem, tidyName } from "./name-to-print.ts";

export type NameToConfirm =
  | { state: "ready"; enrolmentId: string; facts: FactsWithoutCode; registerNumbers: RegisterEntry[] }
  | { state: "issued" }
  | { state: "not-completed" };

/** What the page shows before the first issue; `not-completed` also for a course this person never followed. */
export async function nameToConfirm(personId: string, courseSlug: string, now: Date): Promise<NameToConfirm> {
  const enrolmentId = await completedEnrolment(db, personId, courseSlug);
  if (!enrolmentId) return { state: "not-completed" };
  if (await hasCertificate(db, enrolmentId)) return { state: "issued" };
  const facts = await completedFacts(db, enrolmentId, now);
  if (!facts) return { state: "not-completed" };
  return { state: "ready", enrolmentId, facts: facts.printed, registerNumbers: await registerNumbersOf(db, personId) };
}

/** The completed enrolment that still waits for a certificate, else the newest completed one. Access may have ended since. */
async function completedEnrolment(tx: Tx, personId: string, courseSlug: string): Promise<string | undefined> {
  const completed = await tx.enrolment.findMany({
    where: { personId, courseSlug, completion: { isNot: null } },
    orderBy: { cycle: "desc" },
    select: { id: true },
  });
  for (const { id } of completed) if (!(await hasCertificate(tx, id))) return id;
  return completed[0]?.id;
}

async function hasCertificate(tx: Tx, enrolmentId: string): Promise<boolean> {
  return (await tx.certificate.count({ where: { enrolmentId } })) > 0;
}

export interface Confirmation {
  personId: string;
  courseSlug: string;
  /** as typed; the only thing on a certificate that comes from a browser */
  name: string;
  /** checked, and consented to; empty: nothing changes */
  registerNumbers: RegisterEntry[];
}

export type ConfirmAnswer =
  | IssueAnswer
  | { ok: false; reason: NameProblem }
  /** letters that our fonts do not have */
  | { ok: false; reason: "unprintable"; characters: string[] };

/**
 * Confirms the name to print and issues. Once there is a certificate the name stands: a second press answers with that
 * certificate and changes nothing.
 */
export async function confirmName({ personId, courseSlug, name: typed, registerNumbers }: Confirmation, now: Date): Promise<ConfirmAnswer> {
  const name = tidyName(typed);
  const problem = nameProblem(name);
  if (problem) return { ok: false, reason: problem };
  const enrolmentId = await completedEnrolment(db, personId, courseSlug);
  if (!enrolmentId) return { ok: false, reason: "not-completed" };
  const characters = await unprintableIn(name);
  if (characters.length > 0) return { ok: false, reason: "unprintable", characters };
  return db.$transaction(async (tx) => {
    // Two confirmations wait for each other: the name on paper is the name kept here.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`certificate ${enrolmentId}`}, 0))`;
    if (!(await hasCertificate(tx, enrolmentId))) {
      await tx.certificateName.upsert({
        where: { enrolmentId },
        create: { enrolmentId, name, confirmedAt: now },
        update: { name, confirmedAt: now },
        select: { enrolmentId: true },
      });
      if (registerNumbers.length > 0) await saveRegisterNumbers(tx, personId, registerNumbers, now);
    }
    return issueCertificate(tx, enrolmentId, now);
  });
}
