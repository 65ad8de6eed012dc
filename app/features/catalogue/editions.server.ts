import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { currentRevision } from "./courses.server.ts";
import { type ActRefusal, afterAct, type EditionAct, type SalesMode } from "./editions.ts";
import { provisionalSources } from "./provisional.ts";

/** Which edition, and who of the office acts on it. */
export interface EditionOrder {
  slug: string;
  number: string;
  actorId: string;
  mode: SalesMode;
}

export interface Review {
  name: string;
  qualification: string;
  /** midnight in Amsterdam of the day of the review */
  on: Date;
}

export type EditionAnswer = { ok: true } | { ok: false; reason: ActRefusal | "unknown-edition" | "review-in-future" };

/** Records that somebody reviewed the edition as its text is now. That this is true is the office's word, and is kept as such. */
export async function reviewEdition(order: EditionOrder, review: Review, now: Date): Promise<EditionAnswer> {
  if (review.on > now) return { ok: false, reason: "review-in-future" };
  const changes = { reviewerName: review.name, reviewerQualification: review.qualification, reviewedAt: review.on };
  const data = { reviewer: review.name, qualification: review.qualification, on: review.on.toISOString(), declared: true };
  return act(order, "review", now, async () => ({ changes, data }));
}

/** Puts the edition on sale. One edition of a course is sold at a time: the one that was goes back to reviewed. */
export async function putOnSale(order: EditionOrder, now: Date): Promise<EditionAnswer> {
  return act(order, "put-on-sale", now, async (tx) => {
    const others = await tx.edition.findMany({
      where: { courseSlug: order.slug, state: "on-sale", number: { not: order.number } },
      select: { id: true, number: true },
    });
    for (const other of others) {
      await tx.edition.update({ where: { id: other.id }, data: { state: "reviewed" }, select: { id: true } });
      await audit(tx, other.id, "take-off-sale", { ...order, number: other.number }, { replacedBy: order.number }, now);
    }
    return { changes: { onSaleAt: now }, data: {} };
  });
}

/** The edition is no longer sold; who follows it notices nothing. When it last was put on sale stays known. */
export async function takeOffSale(order: EditionOrder, now: Date): Promise<EditionAnswer> {
  return act(order, "take-off-sale", now, async () => ({ changes: {}, data: {} }));
}

/** Ends an edition for good. Who is enrolled in it keeps its lessons, its requirements and their certificate. */
export async function retireEdition(order: EditionOrder, reason: string, now: Date): Promise<EditionAnswer> {
  return act(order, "retire", now, async () => ({ changes: { retiredAt: now }, data: { reason } }));
}

type Effect = (tx: Tx) => Promise<{ changes: Prisma.EditionUpdateInput; data: Prisma.InputJsonObject }>;

/** One act at a time on a course: two that are asked together are done one after the other, each by the rules. */
async function act(order: EditionOrder, name: EditionAct, now: Date, effect: Effect): Promise<EditionAnswer> {
  const { slug: courseSlug, number, mode } = order;
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`select 1 from course where slug = ${courseSlug} for update`;
    const edition = await tx.edition.findUnique({
      where: { courseSlug_number: { courseSlug, number } },
      select: { id: true, state: true, reviewerName: true },
    });
    if (!edition) return { ok: false, reason: "unknown-edition" };
    const { compiled } = await currentRevision(tx, edition.id);
    const after = afterAct(edition, name, { mode, provisional: provisionalSources(compiled, now) });
    if (!after.ok) return after;
    const { changes, data } = await effect(tx);
    await tx.edition.update({ where: { id: edition.id }, data: { ...changes, state: after.state }, select: { id: true } });
    await audit(tx, edition.id, name, order, { ...data, revision: compiled.revision }, now);
    return { ok: true };
  });
}

const actions: Record<EditionAct, string> = {
  review: "catalogue.edition-reviewed",
  "put-on-sale": "catalogue.edition-put-on-sale",
  "take-off-sale": "catalogue.edition-taken-off-sale",
  retire: "catalogue.edition-retired",
};

function audit(tx: Tx, id: string, name: EditionAct, { slug, number, actorId }: EditionOrder, data: Prisma.InputJsonObject, now: Date) {
  return recordAudit(tx, {
    actor: { kind: "office", id: actorId },
    action: actions[name],
    subject: { kind: "edition", id },
    data: { courseSlug: slug, edition: number, ...data },
    now,
  });
}
