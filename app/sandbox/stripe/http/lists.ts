import type { Db } from "../store/transaction.ts";
import { refused } from "./errors.ts";

/** One page of a list, as the API shows it. */
export interface List<T> {
  object: "list";
  data: T[];
  has_more: boolean;
  url: string;
}

export interface Paging {
  limit: number;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
  created?: number | { gt?: number | undefined; gte?: number | undefined; lt?: number | undefined; lte?: number | undefined } | undefined;
}

/** An SQL condition with its values; `?` marks each value. */
export type Condition = [sql: string, ...values: unknown[]];

/** Reads one page, newest first. `conditions` narrow it; `noun` is for the message about an unknown cursor. */
export async function readPage<T>(
  db: Db,
  table: "document" | "event",
  url: string,
  paging: Paging,
  conditions: Condition[],
): Promise<List<T>> {
  const all = [...conditions, ...createdConditions(paging.created)];
  const cursor = paging.starting_after ?? paging.ending_before;
  if (paging.starting_after && paging.ending_before) {
    throw refused("You may only specify one of these parameters: starting_after, ending_before.");
  }
  if (cursor) {
    const seq = await db.query<{ seq: string }>(`select seq from sandbox_stripe.${table} where id = $1`, [cursor]);
    const param = paging.starting_after ? "starting_after" : "ending_before";
    if (!seq.rows[0]) throw refused(`No such object: '${cursor}'`, { code: "resource_missing", param });
    all.push([param === "starting_after" ? "seq < ?" : "seq > ?", seq.rows[0].seq]);
  }
  const values: unknown[] = [];
  const where = all.map(([sql, ...given]) => {
    values.push(...given);
    let at = values.length - given.length;
    return `(${sql.replaceAll("?", () => `$${++at}`)})`;
  });
  const order = paging.ending_before ? "asc" : "desc";
  const found = await db.query<{ body: T }>(
    `select body from sandbox_stripe.${table} where ${where.join(" and ") || "true"}
     order by seq ${order} limit ${paging.limit + 1}`,
    values,
  );
  const data = found.rows.slice(0, paging.limit).map((row) => row.body);
  if (paging.ending_before) data.reverse();
  return { object: "list", data, has_more: found.rows.length > paging.limit, url };
}

function createdConditions(created: Paging["created"]): Condition[] {
  if (created === undefined) return [];
  if (typeof created === "number") return [["created = ?", created]];
  const signs = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;
  return (Object.keys(signs) as (keyof typeof signs)[])
    .filter((name) => created[name] !== undefined)
    .map((name): Condition => [`created ${signs[name]} ?`, created[name]]);
}

/** A list that holds everything there is. */
export function wholeList<T>(url: string, data: T[]): List<T> {
  return { object: "list", data, has_more: false, url };
}
