import type { Tx } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";

const runSelect = { id: true, number: true, revisionId: true, path: true, endedAt: true } as const;

type RunRow = Prisma.VignetteRunGetPayload<{ select: typeof runSelect }>;

/** A run with its path typed: this room alone writes it. */
export type StoredRun = Omit<RunRow, "path"> & { path: string[] };

/** Whose walk through which vignette. */
export interface RunsOf {
  enrolmentId: string;
  personId: string;
  vignetteId: string;
}

/** The newest run, open or ended; null before the first. */
export async function newestRun(tx: Tx, { enrolmentId, personId, vignetteId }: RunsOf): Promise<StoredRun | null> {
  const row = await tx.vignetteRun.findFirst({
    where: { enrolmentId, vignetteId, enrolment: { personId } },
    orderBy: { number: "desc" },
    select: runSelect,
  });
  return row && { ...row, path: row.path as unknown as string[] };
}

/** The same, its row locked until the transaction ends: two choices wait for each other. */
export async function lockNewestRun(tx: Tx, of: RunsOf): Promise<StoredRun | null> {
  await tx.$queryRaw`
    select id from vignette_run where enrolment_id = ${of.enrolmentId}::uuid and vignette_id = ${of.vignetteId}
    order by number desc limit 1 for update`;
  return newestRun(tx, of);
}

/**
 * How a vignette stands for somebody: never opened, under way, or played to an end (also while it is played again); `elsewhere`: played in
 * another course and carried over, and never opened here.
 */
export type VignetteState = "new" | "open" | "played" | "elsewhere";

/** How these vignettes stand for one learner. One statement, and none without a vignette. */
export async function vignetteStates(
  tx: Tx,
  { personId, enrolmentId }: Omit<RunsOf, "vignetteId">,
  vignetteIds: readonly string[],
): Promise<Map<string, VignetteState>> {
  if (vignetteIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; begun: boolean; ended: boolean; counts: boolean }[]>`
    select vignette.id, count(run.id) > 0 as begun, count(run.ended_at) > 0 as ended,
      exists (select 1 from requirement_record where enrolment_id = enrolment.id and requirement_key = 'vignette-played:' || vignette.id) as counts
    from enrolment cross join unnest(${[...vignetteIds]}::text[]) vignette(id)
      left join vignette_run run on run.enrolment_id = enrolment.id and run.vignette_id = vignette.id
    where enrolment.id = ${enrolmentId}::uuid and enrolment.person_id = ${personId}::uuid
    group by enrolment.id, vignette.id`;
  const known = new Map(
    rows.map(({ id, begun, ended, counts }) => [id, ended ? "played" : begun ? "open" : counts ? "elsewhere" : "new"] as const),
  );
  return new Map(vignetteIds.map((id) => [id, known.get(id) ?? "new"]));
}
