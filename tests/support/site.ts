import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "#app/platform/free-port.ts";
import { findHome } from "#app/platform/postgres/binaries.server.ts";

/** The whole product as `npm start` runs it: own data folder, own ports, embedded PostgreSQL, sandbox with validation on. */
export interface Site {
  origin: string;
  sandbox: string;
  folder: string;
  /** everything printed since the start */
  output(): string;
  process: ChildProcess;
  /** Ctrl-C, and wait for the end. @returns the exit code */
  stop(): Promise<number | null>;
  /** starts again on the same data */
  restart(): Promise<void>;
  /** of the embedded database, for a connection of one's own */
  databaseUrl(): string;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  remove(): Promise<void>;
}

/** A site of its own. Where a template was made (`site-template.ts`) it starts on a copy of that, and `first: true` starts on nothing. */
export async function startSite(settings: Record<string, string> = {}, { first = false } = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "kring-site-"));
  chmodSync(folder, 0o755);
  const template = process.env.SITE_TEMPLATE;
  if (template && !first) copyData(template, folder);
  const port = await freePort();
  const sandboxPort = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "test" as const,
    VITEST: "",
    DATABASE_URL: "",
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_ORIGIN: "",
    SANDBOX_VALIDATE: "1",
    DATA_DIR: folder,
    COURSES_DIR: "",
    ...settings,
  };
  let printed = "";
  const site = { origin: `http://localhost:${port}`, sandbox: `http://127.0.0.1:${sandboxPort}` };
  const launch = async () => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "app/commands/main.mjs", "start"], {
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += chunk));
    await untilReady(child, site.origin, () => printed);
    return child;
  };
  let child = await launch();
  const stop = async () => {
    if (child.exitCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
    process.kill(-(child.pid as number), "SIGINT");
    return ended;
  };
  return {
    ...site,
    folder,
    output: () => printed,
    get process() {
      return child;
    },
    stop,
    restart: async () => {
      child = await launch();
    },
    databaseUrl: () => databaseUrl(folder),
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: databaseUrl(folder) });
      await client.connect();
      try {
        return (await client.query<Row>(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
    remove: async () => {
      await stop();
      removeData(folder);
    },
  };
}

/** All of a stopped site, owners kept: the database's files are not ours. */
function copyData(from: string, to: string): void {
  const homes = [findHome(from).data, findHome(to).data] as const;
  const pairs = homes[0].startsWith(from) ? [[from, to]] : [[from, to], homes];
  for (const [source, target] of pairs) execFileSync("cp", ["-a", `${source}/.`, target]);
}

/** A private folder's database lives elsewhere: that goes too. */
export function removeData(folder: string): void {
  const { data } = findHome(folder);
  for (const path of [folder, data.startsWith(folder) ? "" : dirname(data)].filter(Boolean)) rmSync(path, { recursive: true, force: true });
}

function databaseUrl(folder: string): string {
  const { postgresPassword } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")) as { postgresPassword: string };
  return `postgresql://kring:${encodeURIComponent(postgresPassword)}@127.0.0.1:${readFileSync(join(folder, "postgres.port"), "utf8")}/kring`;
}

async function untilReady(child: ChildProcess, origin: string, printed: () => string): Promise<void> {
  const limit = Date.now() + 180_000;
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`npm start ended with code ${child.exitCode}:\n${printed()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.status === 200 && printed().includes("Kring is ready")) return;
    await sleep(200);
  }
  throw new Error(`the site was not ready within three minutes:\n${printed()}`);
}
