import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findHome, type Home, ownFolder } from "./binaries.server.ts";

/** The real PostgreSQL from npm, run beside the app: for a fresh clone and a small installation. */
export interface EmbeddedPostgres {
  /** to the database `kring` */
  url: string;
  note: string | undefined;
  /** ends when the server process does */
  ended: Promise<void>;
  /** it was already running: whoever started it stops it */
  adopted: boolean;
  /** "fast" shutdown: ends sessions, writes a checkpoint */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  password: string;
  database: string;
  /** extra `-c` settings, e.g. fsync=off in tests */
  settings?: Record<string, string>;
}

/** Starts the server, or adopts the one that still runs on this data (after `kill -9` of the app). */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = findHome(options.dataDir);
  ownFolder(home.data, home.runAs);
  if (!existsSync(join(home.data, "PG_VERSION"))) initialise(home, options.password);
  const adopted = await adopt(home, options.password);
  const server = adopted ?? (await launchPatiently(home, options));
  const url = connectionUrl(server.port, options.password, options.database);
  await ensureDatabase(server.port, options);
  return { url, note: home.note, adopted: adopted !== undefined, ended: server.ended, stop: () => stop(home, server) };
}

interface Running {
  pid: number;
  port: number;
  ended: Promise<void>;
}

function connectionUrl(port: number, password: string, database: string): string {
  return `postgresql://kring:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

function initialise(home: Home, password: string): void {
  // A cluster half made by an interrupted first start is worth nothing; begin again.
  rmSync(home.data, { recursive: true, force: true });
  ownFolder(home.data, home.runAs);
  const secretFile = `${home.data}.secret`;
  rmSync(secretFile, { force: true });
  writeFileSync(secretFile, password, { mode: 0o600 });
  if (home.runAs) chownSync(secretFile, home.runAs.uid, home.runAs.gid);
  const result = spawnSync(
    join(home.native, "bin", "initdb"),
    [
      "-D",
      home.data,
      "-U",
      "kring",
      "-A",
      "scram-sha-256",
      `--pwfile=${secretFile}`,
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      "--no-instructions",
    ],
    { ...asUser(home), encoding: "utf8", cwd: "/" },
  );
  rmSync(secretFile, { force: true });
  if (result.status !== 0) {
    rmSync(home.data, { recursive: true, force: true });
    throw new Error(`The embedded PostgreSQL could not be set up: ${result.stderr || result.error?.message}`);
  }
}

function asUser(home: Home): { uid?: number; gid?: number } {
  return home.runAs ? { uid: home.runAs.uid, gid: home.runAs.gid } : {};
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** postmaster.pid: line 1 the process, line 4 the port. A stale file (dead process, or another program's) is left to PostgreSQL. */
function readPidFile(home: Home): { pid: number; port: number } | undefined {
  const file = join(home.data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : undefined;
}

async function adopt(home: Home, password: string): Promise<Running | undefined> {
  const found = readPidFile(home);
  if (!found) return undefined;
  // It may be starting, or recovering, or shutting down: give it time to become one or the other.
  for (let tries = 0; tries < 100 && isAlive(found.pid); tries++) {
    if (await answers(found.port, password)) return { ...found, ended: watch(found.pid) };
    await sleep(200);
  }
  return undefined;
}

async function watch(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(500, undefined, { ref: false });
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: connectionUrl(port, password, "postgres"), connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * After kill -9 of the server its children need a moment to notice; until then the data is still held and a new server refuses.
 */
async function launchPatiently(home: Home, options: EmbeddedOptions): Promise<Running> {
  for (let tries = 1; ; tries++) {
    try {
      return await launch(home, options);
    } catch (error) {
      if (tries >= 20 || !existsSync(join(home.data, "postmaster.pid"))) throw error;
      await sleep(500);
    }
  }
}

async function launch(home: Home, options: EmbeddedOptions): Promise<Running> {
  const port = await choosePort(join(resolve(options.dataDir), "postgres.port"));
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    ...options.settings,
  };
  mkdirSync(resolve(options.dataDir), { recursive: true });
  const logFile = openSync(join(resolve(options.dataDir), "postgres.log"), "a");
  const child = spawn(
    join(home.native, "bin", "postgres"),
    ["-D", home.data, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    {
      ...asUser(home),
      cwd: "/",
      // A process group of its own: Ctrl-C must reach the app first and the database last.
      detached: true,
      stdio: ["ignore", logFile, logFile],
    },
  );
  child.unref();
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  await ready(child, port, options);
  return { pid: child.pid as number, port, ended };
}

async function ready(child: ChildProcess, port: number, options: EmbeddedOptions): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null)
      throw new Error(`The embedded PostgreSQL did not start; ${join(resolve(options.dataDir), "postgres.log")} says why.`);
    if (await answers(port, options.password)) return;
    await sleep(100);
  }
  throw new Error("The embedded PostgreSQL did not answer within a minute.");
}

/** The port of last time where it is free, so that whoever is connected finds the server again after a restart. */
async function choosePort(file: string): Promise<number> {
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = await freePort(last).catch(() => freePort(0));
  writeFileSync(file, String(port));
  return port;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

async function ensureDatabase(port: number, options: EmbeddedOptions): Promise<void> {
  const client = new pg.Client({ connectionString: connectionUrl(port, options.password, "postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [options.database]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(options.database)}`);
  } finally {
    await client.end();
  }
}

async function stop(home: Home, server: Running): Promise<void> {
  if (!isAlive(server.pid)) return;
  // SIGINT is PostgreSQL's "fast" shutdown.
  process.kill(server.pid, "SIGINT");
  for (let tries = 0; tries < 150 && isAlive(server.pid); tries++) await sleep(100);
  if (isAlive(server.pid))
    throw new Error(`The embedded PostgreSQL (process ${server.pid}, data in ${home.data}) did not stop within 15 seconds.`);
}
