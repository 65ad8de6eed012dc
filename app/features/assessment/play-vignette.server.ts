import { recordRequirement, reviewCompletion } from "#app/features/learning/completion.server.ts";
import { vignetteKey } from "#app/features/learning/requirements.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { type OpenVignette, openVignette, pinnedVignette, type VignetteRefusal, type VignetteSeat } from "./open-vignette.server.ts";
import { walkOf } from "./vignette.ts";
import { lockNewestRun, newestRun, type StoredRun } from "./vignette-rows.server.ts";

/** What a form says: on which run and at which scene it stood, and what was chosen there. */
export interface GivenChoice extends VignetteSeat {
  /** 1-based */
  run: number;
  sceneId: string;
  choiceId: string;
}

/** `stale`: the conversation has moved on since the form was shown; `no-choice`: none that this scene has. */
export type ChooseAnswer = { ok: true; sceneId: string } | VignetteRefusal | { ok: false; reason: "stale" | "no-choice" };

/**
 * Says one line of the conversation. The first begins the run; the last ends it and reports it to learning, in one transaction. A
 * scene is answered once: pressed twice, or in two tabs, the second is refused, because the feedback may have been read by then.
 */
export async function choose(given: GivenChoice, now: Date): Promise<ChooseAnswer> {
  const vignette = await openVignette(given, now);
  if (!vignette.ok) return vignette;
  const newest = await newestRun(db, runsOf(vignette));
  const definition = await pinnedVignette(vignette, newest?.revisionId ?? vignette.revisionId);
  return db.$transaction(async (tx): Promise<ChooseAnswer> => {
    const run = await lockNewestRun(tx, runsOf(vignette));
    if (run?.id !== newest?.id || run?.endedAt || given.run !== (run?.number ?? 1)) return stale;
    const { scene } = walkOf(definition, run?.path ?? []);
    if (scene.id !== given.sceneId) return stale;
    if (!scene.choices.some(({ id }) => id === given.choiceId)) return { ok: false, reason: "no-choice" };
    const path = [...(run?.path ?? []), given.choiceId];
    const { ended, scene: next } = walkOf(definition, path);
    const saved = run ? await moveOn(tx, run, { path, ended }, now) : await beginRun(tx, vignette, { number: 1, path, ended }, now);
    // Another tab said the first line at this very moment.
    if (!saved) return stale;
    if (ended) await report(tx, vignette, saved, now);
    return { ok: true, sceneId: next.id };
  });
}

const stale = { ok: false, reason: "stale" } as const;

export type AgainAnswer = { ok: true; sceneId: string } | VignetteRefusal;

/** Begins the conversation anew once it was played to an end; while a run is open, that one is the run. */
export async function playAgain(seat: VignetteSeat, now: Date): Promise<AgainAnswer> {
  const vignette = await openVignette(seat, now);
  if (!vignette.ok) return vignette;
  return db.$transaction(async (tx): Promise<AgainAnswer> => {
    const run = await lockNewestRun(tx, runsOf(vignette));
    if (run?.endedAt) await beginRun(tx, vignette, { number: run.number + 1, path: [], ended: false }, now);
    const open = await newestRun(tx, runsOf(vignette));
    const definition = await pinnedVignette(vignette, open?.revisionId ?? vignette.revisionId);
    return { ok: true, sceneId: walkOf(definition, open?.path ?? []).scene.id };
  });
}

const runsOf = ({ enrolmentId, personId, definition }: OpenVignette) => ({ enrolmentId, personId, vignetteId: definition.id });

interface Steps {
  path: string[];
  ended: boolean;
}

/** Conflicts are answered in SQL: a unique violation would end the transaction. Null when somebody was first. */
async function beginRun(
  tx: Tx,
  { enrolmentId, revisionId, definition }: OpenVignette,
  { number, path, ended }: Steps & { number: number },
  now: Date,
): Promise<{ id: string; number: number } | null> {
  const rows = await tx.vignetteRun.createManyAndReturn({
    data: [{ enrolmentId, revisionId, vignetteId: definition.id, number, path, startedAt: now, savedAt: now, endedAt: ended ? now : null }],
    skipDuplicates: true,
    select: { id: true, number: true },
  });
  return rows[0] ?? null;
}

async function moveOn(tx: Tx, run: StoredRun, { path, ended }: Steps, now: Date): Promise<{ id: string; number: number }> {
  return tx.vignetteRun.update({
    where: { id: run.id },
    data: { path, savedAt: now, endedAt: ended ? now : null },
    select: { id: true, number: true },
  });
}

/** An end was reached: that it was, never how. */
async function report(
  tx: Tx,
  { enrolmentId, personId, definition }: OpenVignette,
  run: { id: string; number: number },
  now: Date,
): Promise<void> {
  const key = vignetteKey(definition.id);
  await recordRequirement(tx, { enrolmentId, key, value: 1, evidence: { runId: run.id, number: run.number } }, now);
  await recordAudit(tx, {
    actor: { kind: "person", id: personId },
    action: "assessment.vignette-played",
    subject: { kind: "vignette-run", id: run.id },
    data: { vignetteId: definition.id, number: run.number },
    now,
  });
  await reviewCompletion(tx, enrolmentId, now, { locked: true });
}
