import { db } from "./db.server.ts";

export interface Limit {
  /** how many in one window */
  count: number;
  windowSeconds: number;
}

/**
 * Counts one use of `key` in the database, so that all nodes share the count.
 * @returns seconds to wait when the limit is passed, otherwise null
 */
export async function takeToken(key: string, limit: Limit, now: Date): Promise<number | null> {
  const size = limit.windowSeconds * 1000;
  const windowAt = new Date(Math.floor(now.getTime() / size) * size);
  const rows = await db.$queryRaw<{ count: number }[]>`
    insert into rate_limit (key, window_at, count) values (${key}, ${windowAt}, 1)
    on conflict (key, window_at) do update set count = rate_limit.count + 1 returning count`;
  const count = rows[0]?.count ?? 0;
  return count > limit.count ? Math.max(1, Math.ceil((windowAt.getTime() + size - now.getTime()) / 1000)) : null;
}

/** Forgets windows older than a day. */
export async function sweepRateLimits(now: Date): Promise<void> {
  await db.rateLimit.deleteMany({ where: { windowAt: { lt: new Date(now.getTime() - 86_400_000) } } });
}
