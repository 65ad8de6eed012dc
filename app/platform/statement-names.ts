import { createHash } from "node:crypto";

const LIMIT = 500;
const names = new Map<string, string>();

/**
 * A stable name per SQL text, so that PostgreSQL parses and plans it once a connection.
 * Bounded: past the limit a statement goes unnamed (the empty name), as it would without this.
 */
export function statementName(query: { sql: string }): string {
  const known = names.get(query.sql);
  if (known !== undefined) return known;
  if (names.size >= LIMIT) return "";
  const name = `k${createHash("sha1").update(query.sql).digest("base64url").slice(0, 16)}`;
  names.set(query.sql, name);
  return name;
}
