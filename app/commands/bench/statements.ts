import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "./stage.ts";

/** What the site asked the database while `work` ran, in order, each a round trip; the queue's own polling left out. */
export async function statementsDuring({ client, site }: Stage, work: () => Promise<unknown>): Promise<string[]> {
  const file = join(site.folder, "postgres.log");
  await logStatements(client, "all");
  try {
    const from = statSync(file).size;
    await work();
    await sleep(200);
    const written = readFileSync(file).subarray(from).toString();
    return ofTheSite(written);
  } finally {
    await logStatements(client, "none");
  }
}

/** Lines of the log begin with the moment and, in brackets, the process: one for each connection. */
const entry = /\[(\d+)\] LOG: {2}(?:execute [^:]+|statement): ([\s\S]*?)(?=\n\d{4}-\d\d-\d\d |\s*$)/g;

/** Without what the payment sandbox asks on connections of its own, and without the queue's polling. */
function ofTheSite(log: string): string[] {
  const entries = [...log.matchAll(entry)].map(([, connection = "", statement = ""]) => ({ connection, statement: statement.trim() }));
  const sandbox = new Set(entries.filter(({ statement }) => statement.includes("sandbox_stripe")).map(({ connection }) => connection));
  return entries
    .filter(
      ({ connection, statement }) =>
        !sandbox.has(connection) && !/graphile|pg_advisory_lock|rate_limit|^(listen|notify)\b/i.test(statement),
    )
    .map(({ statement }) => statement);
}

async function logStatements(client: Stage["client"], which: "all" | "none"): Promise<void> {
  await client.query(`alter system set log_statement = '${which}'`);
  await client.query("select pg_reload_conf()");
  await sleep(300);
}

export const isWrite = (statement: string) => /^\s*(insert|update|delete|with[\s\S]*\b(insert into|update|delete from)\b)/i.test(statement);

/** Those from BEGIN to COMMIT, both counted: each is a round trip. */
export function insideTransaction(statements: readonly string[]): string[] {
  const from = statements.findIndex((statement) => /^begin/i.test(statement));
  const to = statements.findIndex((statement) => /^commit/i.test(statement));
  return from < 0 || to < 0 ? [] : statements.slice(from, to + 1);
}
