import type { Db } from "./transaction.ts";

/** Reads one stored setting, or null. Never cached: a second process on the same database must agree. */
export async function readSetting<T>(db: Db, name: string): Promise<T | null> {
  const found = await db.query<{ value: T }>("select value from sandbox_stripe.setting where name = $1", [name]);
  return found.rows[0]?.value ?? null;
}

/** Reads a setting and keeps its row locked, so that a countdown cannot lose a step. */
export async function lockSetting<T>(db: Db, name: string): Promise<T | null> {
  const found = await db.query<{ value: T }>("select value from sandbox_stripe.setting where name = $1 for update", [name]);
  return found.rows[0]?.value ?? null;
}

/** Stores one setting. */
export async function writeSetting(db: Db, name: string, value: unknown): Promise<void> {
  await db.query(
    `insert into sandbox_stripe.setting values ($1, $2)
     on conflict (name) do update set value = excluded.value`,
    [name, JSON.stringify(value)],
  );
}
