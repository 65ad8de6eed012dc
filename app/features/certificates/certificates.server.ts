import { currentRevision } from "#app/features/catalogue/courses.server.ts";
import { MINUTE } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { type AskedFor, askedFor } from "./asked-for.ts";
import type { HeldFacts, PrintedFacts } from "./snapshot.ts";

export type CertificateState = "current" | "superseded" | "revoked";

export interface OwnCertificate {
  code: string;
  courseTitle: string;
  name: string;
  completedOn: string;
  issuedOn: string;
  state: CertificateState;
  mode: PrintedFacts["mode"];
  /** `late`: making it has taken so long that the office was told */
  file: "ready" | "being-made" | "late";
}

/** Making a file takes seconds; after this a person looks at it. */
const LATE = 15 * MINUTE;

/** A person's certificates, newest first. */
export async function certificatesOf(personId: string, now: Date): Promise<OwnCertificate[]> {
  const rows = await db.certificate.findMany({
    where: { personId },
    orderBy: { issuedAt: "desc" },
    select: { code: true, state: true, mode: true, printed: true, fileId: true, issuedAt: true },
  });
  return rows.map(({ code, state, printed, fileId, issuedAt }) => {
    const facts = printed as unknown as PrintedFacts;
    return {
      code,
      courseTitle: facts.course.title,
      name: facts.name,
      completedOn: facts.completedOn,
      issuedOn: facts.issuedOn,
      state: state as CertificateState,
      mode: facts.mode,
      file: fileId ? "ready" : now.getTime() - issuedAt.getTime() > LATE ? "late" : "being-made",
    };
  });
}

/** The day on the certificate that stands for an enrolment of this person (ISO date), or null while there is none. */
export async function issuedOn(personId: string, enrolmentId: string): Promise<string | null> {
  const row = await db.certificate.findFirst({ where: { personId, enrolmentId, state: "current" }, select: { printed: true } });
  return row && (row.printed as unknown as PrintedFacts).issuedOn;
}

/** Courses this person completed whose certificate waits for the name to print. */
export async function coursesToConfirm(personId: string): Promise<{ slug: string; title: string }[]> {
  const enrolments = await db.enrolment.findMany({
    where: { personId, completion: { isNot: null } },
    orderBy: { createdAt: "desc" },
    select: { id: true, courseSlug: true, editionId: true },
  });
  const issued = await db.certificate.findMany({
    where: { enrolmentId: { in: enrolments.map(({ id }) => id) } },
    select: { enrolmentId: true },
  });
  const waiting = enrolments.filter(({ id }) => !issued.some(({ enrolmentId }) => enrolmentId === id));
  return Promise.all(
    waiting.map(async ({ courseSlug, editionId }) => ({ slug: courseSlug, title: (await currentRevision(db, editionId)).compiled.title })),
  );
}

export interface VerifiedCertificate {
  printed: PrintedFacts;
  /** what had to be done for it; empty where that was not kept */
  asked: AskedFor[];
  state: CertificateState;
  /** code of the one that took its place */
  supersededBy: string | null;
  revokedAt: Date | null;
  revokeReason: string | null;
}

/** What the public may know of a certificate: its printed facts, what its course asked of everybody, and where it stands. Never held facts of this person, never an address. */
export async function verifiedCertificate(code: string): Promise<VerifiedCertificate | null> {
  const row = await db.certificate.findUnique({
    where: { code },
    select: { printed: true, held: true, state: true, supersededBy: true, revokedAt: true, revokeReason: true },
  });
  if (!row) return null;
  const { held, printed, state, ...standing } = row;
  const { requirements } = held as Partial<Pick<HeldFacts, "requirements">>;
  return { ...standing, printed: printed as unknown as PrintedFacts, asked: askedFor(requirements), state: state as CertificateState };
}
