import { type Answers, type Load, load } from "./load.ts";

export interface Run extends Answers {
  /** milliseconds of CPU a request, of the process that serves pages and of the database; null where the system does not tell */
  app: number | null;
  database: number | null;
}

interface Meter {
  cpu(): { app: number | null; database: number | null };
}

/** A short run to warm up, then the one that counts. */
export async function measure(meter: Meter, wish: Load, warmUp = 0.5): Promise<Run> {
  if (warmUp > 0) await load({ ...wish, seconds: warmUp });
  const before = meter.cpu();
  const answers = await load(wish);
  const after = meter.cpu();
  const each = (from: number | null, to: number | null) => (from === null || to === null ? null : (to - from) / answers.requests);
  return { ...answers, app: each(before.app, after.app), database: each(before.database, after.database) };
}

/** Both together; null when either is unknown. */
export const cpuOfBoth = ({ app, database }: Run): number | null => (app === null || database === null ? null : app + database);

/** One number divided by another, run by run: what happened at the same time is compared. */
export function ratios(above: readonly (number | null)[], below: readonly (number | null)[]): (number | null)[] {
  return above.map((value, index) => {
    const by = below[index];
    return value === null || by === null || by === undefined ? null : value / by;
  });
}
