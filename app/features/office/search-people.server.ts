import { db } from "#app/platform/db.server.ts";
import { referenceTyped, searchPattern } from "./search-pattern.ts";

/** Past every id: UUIDs of version 7 are in order of arrival, and far from the last. */
const AFTER_ALL = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Ids of the newest people older than `before`, newest first, at most `limit`. */
export async function newestPeople(before: string | null, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from person where id < ${before ?? AFTER_ALL}::uuid order by id desc limit ${limit}::int`;
  return rows.map(({ id }) => id);
}

/** People looked through one by one before the index over everybody is asked. */
const NEWEST = 1000;

/**
 * Ids of the newest people whose name or address has `search` in it, or who placed the order of that reference, newest first, at most
 * `limit`; only those older than `before`. Neither a word that fits nearly everybody nor one that fits nobody takes longer as there come to be more people.
 */
export async function searchPeople(search: string, before: string | null, limit: number): Promise<string[]> {
  const pattern = searchPattern(search);
  // What fits many is soon found among the newest; the index would gather all of them first.
  const newest = await db.$queryRaw<{ id: string }[]>`
    select id from (
      select id, name, email_key from person where id < ${before ?? AFTER_ALL}::uuid order by id desc limit ${NEWEST}::int
    ) newest where (' ' || name || ' ' || email_key) ilike ${pattern} order by id desc limit ${limit}::int`;
  if (newest.length === limit) return newest.map(({ id }) => id);
  // What fits few: the expression is that of the index person_search. Materialized, or the order would make it walk everybody.
  const found = await db.$queryRaw<{ id: string }[]>`
    with found as materialized (
      select id from person where (' ' || name || ' ' || email_key) ilike ${pattern}
      union select person_id from "order" where reference = ${referenceTyped(search)} and person_id is not null
    )
    select id from found where id < ${before ?? AFTER_ALL}::uuid order by id desc limit ${limit}::int`;
  return found.map(({ id }) => id);
}
