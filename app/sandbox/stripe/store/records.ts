import type { Db } from "./transaction.ts";

/** What the sandbox writes down about itself: its own lies, oddities in what it was asked, and each API request. */
export type RecordKind = "violation" | "warning" | "request";

const KEEP = 500;

/** Writes one record down and forgets the oldest of its kind. */
export async function record(db: Db, kind: RecordKind, data: Record<string, unknown>): Promise<void> {
  const added = await db.query<{ id: string }>("insert into sandbox_stripe.record (kind, data) values ($1, $2) returning id", [
    kind,
    JSON.stringify(data),
  ]);
  const id = Number(added.rows[0]?.id);
  if (id % 100 === 0) {
    await db.query(
      `delete from sandbox_stripe.record where kind = $1 and id <
         (select min(id) from (select id from sandbox_stripe.record where kind = $1 order by id desc limit $2) newest)`,
      [kind, KEEP],
    );
  }
}

/** The records of one kind, newest first. */
export async function readRecords(db: Db, kind: RecordKind): Promise<Record<string, unknown>[]> {
  const found = await db.query<{ at: Date; data: Record<string, unknown> }>(
    "select at, data from sandbox_stripe.record where kind = $1 order by id desc limit 200",
    [kind],
  );
  return found.rows.map((row) => ({ at: row.at.toISOString(), ...row.data }));
}
