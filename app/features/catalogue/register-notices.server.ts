import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { coveredEditions } from "./accreditations.ts";
import { mustHear } from "./register-notices.ts";

export interface RegisterNotice {
  revisionId: string;
  courseSlug: string;
  edition: string;
  revision: number;
  reason: string;
  accreditationId: string;
  register: string;
  /** the day the register was told; null while it still has to be */
  reportedOn: Date | null;
}

/** Which registers must hear, or heard, of which material revisions: the newest revision first. @param revisionId of one revision only */
export async function registerNotices(now: Date, revisionId?: string): Promise<RegisterNotice[]> {
  const revisions = await db.editionRevision.findMany({
    where: { material: true, ...(revisionId ? { id: revisionId } : {}) },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      revision: true,
      reason: true,
      publishedAt: true,
      edition: { select: { number: true, courseSlug: true } },
      registerNotices: { select: { accreditationId: true, reportedOn: true } },
    },
  });
  const accreditations = await db.accreditation.findMany({
    where: { courseSlug: { in: revisions.map(({ edition }) => edition.courseSlug) } },
    orderBy: { register: "asc" },
    select: { id: true, courseSlug: true, register: true, status: true, validFrom: true, validTo: true, editionsCovered: true },
  });
  return revisions.flatMap(({ id, edition, registerNotices: told, ...text }) =>
    accreditations
      .filter(({ courseSlug }) => courseSlug === edition.courseSlug)
      .flatMap(({ editionsCovered, ...accreditation }) => {
        const notice = told.find(({ accreditationId }) => accreditationId === accreditation.id);
        const window = { ...accreditation, editionsCovered: coveredEditions(editionsCovered) };
        if (!notice && !mustHear(window, { ...text, edition: edition.number }, now)) return [];
        return {
          revisionId: id,
          courseSlug: edition.courseSlug,
          edition: edition.number,
          revision: text.revision,
          reason: text.reason,
          accreditationId: accreditation.id,
          register: accreditation.register,
          reportedOn: notice?.reportedOn ?? null,
        };
      }),
  );
}

export type ReportAnswer = { ok: true } | { ok: false; reason: "unknown-notice" | "in-future" };

/** Keeps that a register was told of a material revision, and on which day. Said a second time it stays as it was said first. */
export async function registerTold(
  { revisionId, accreditationId, on, actorId }: { revisionId: string; accreditationId: string; on: Date; actorId: string },
  now: Date,
): Promise<ReportAnswer> {
  if (on > now) return { ok: false, reason: "in-future" };
  const notices = await registerNotices(now, revisionId);
  const notice = notices.find((one) => one.accreditationId === accreditationId);
  if (!notice) return { ok: false, reason: "unknown-notice" };
  await db.$transaction(async (tx) => {
    const { count } = await tx.registerNotice.createMany({
      data: [{ revisionId, accreditationId, reportedOn: on, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, {
      actor: { kind: "office", id: actorId },
      action: "catalogue.register-told",
      subject: { kind: "edition-revision", id: revisionId },
      data: { accreditationId, register: notice.register, on: on.toISOString() },
      now,
    });
  });
  return { ok: true };
}
