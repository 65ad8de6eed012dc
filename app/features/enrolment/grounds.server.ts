import { recordAudit } from "#app/platform/audit.server.ts";
import type { Tx } from "#app/platform/db.server.ts";
import type { Mode } from "./access.ts";

export type GroundKind = "purchase" | "seat" | "gift" | "review";

export interface NewGround {
  personId: string;
  courseSlug: string;
  /** used only when this opens an enrolment: an existing one stays pinned to its own edition */
  editionId: string;
  kind: GroundKind;
  /** opaque to this room; with kind and person it is written once, however often it is asked for */
  source: string;
  mode: Mode;
  startsAt: Date;
  /** null: no end */
  endsAt: Date | null;
}

/**
 * Gives a person a reason to enter a course. Insert-or-return: asked twice, or by two writers at once, one ground and one
 * enrolment exist afterwards. Someone who was already enrolled for the same kind of money gets the ground in the same cycle,
 * progress kept; with another kind a cycle of its own begins, so that practice never counts for what is paid in earnest.
 * @returns `created` false when this very ground was there before (also when it has ended since: it is not revived)
 */
export async function addGround(tx: Tx, ground: NewGround, now: Date): Promise<{ enrolmentId: string; created: boolean }> {
  if (ground.endsAt !== null && ground.endsAt <= ground.startsAt) throw new Error("A ground must end after it starts.");
  const known = await findGround(tx, ground);
  if (known) return { enrolmentId: known.enrolmentId, created: false };
  const enrolmentId = await currentEnrolment(tx, ground, now);
  // Conflicts are answered in SQL: a unique violation would end the caller's transaction.
  const inserted = await tx.ground.createMany({
    data: [
      {
        enrolmentId,
        personId: ground.personId,
        kind: ground.kind,
        source: ground.source,
        mode: ground.mode,
        startsAt: ground.startsAt,
        endsAt: ground.endsAt,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
  if (inserted.count === 0) {
    const first = await findGround(tx, ground);
    if (!first) throw new Error("A ground that was in the way has gone.");
    return { enrolmentId: first.enrolmentId, created: false };
  }
  await recordAudit(tx, {
    actor: { kind: "system" },
    action: "enrolment.ground-added",
    subject: { kind: "enrolment", id: enrolmentId },
    data: { kind: ground.kind, source: ground.source, mode: ground.mode, courseSlug: ground.courseSlug },
    now,
  });
  return { enrolmentId, created: true };
}

/**
 * Takes one ground away; others of the same person keep access open. The first reason stays.
 * @returns `ended` false when there is no such ground or it had ended already
 */
export async function endGround(
  tx: Tx,
  ground: { kind: GroundKind; source: string; personId: string; reason: string },
  now: Date,
): Promise<{ ended: boolean }> {
  const { kind, source, personId, reason } = ground;
  const [row] = await tx.ground.updateManyAndReturn({
    where: { kind, source, personId, endedAt: null },
    data: { endedAt: now, endReason: reason },
    select: { enrolmentId: true },
  });
  if (!row) return { ended: false };
  await recordAudit(tx, {
    actor: { kind: "system" },
    action: "enrolment.ground-ended",
    subject: { kind: "enrolment", id: row.enrolmentId },
    data: { kind, source, reason },
    now,
  });
  return { ended: true };
}

async function findGround(tx: Tx, { kind, source, personId }: { kind: string; source: string; personId: string }) {
  return tx.ground.findUnique({ where: { kind_source_personId: { kind, source, personId } }, select: { enrolmentId: true } });
}

/** The enrolment of the newest cycle for this kind of money, opened when there is none. */
async function currentEnrolment(tx: Tx, { personId, courseSlug, editionId, mode }: NewGround, now: Date): Promise<string> {
  const newestFirst = () =>
    tx.enrolment.findMany({
      where: { personId, courseSlug },
      orderBy: { cycle: "desc" },
      select: { id: true, cycle: true, grounds: { select: { mode: true } } },
    });
  type Cycles = Awaited<ReturnType<typeof newestFirst>>;
  // One without a ground is just being opened by another writer, or lost its own.
  const fitting = (cycles: Cycles) => cycles.find(({ grounds }) => grounds.length === 0 || grounds.some((one) => one.mode === mode));
  const cycles = await newestFirst();
  const known = fitting(cycles);
  if (known) return known.id;
  const cycle = (cycles[0]?.cycle ?? 0) + 1;
  await tx.enrolment.createMany({ data: [{ personId, courseSlug, editionId, cycle, createdAt: now }], skipDuplicates: true });
  const enrolment = fitting(await newestFirst());
  if (!enrolment) throw new Error("An enrolment that was in the way has gone.");
  return enrolment.id;
}
