import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort, portIsFree } from "../free-port.ts";
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
  /** where to listen when there is no port of last time, or it is taken */
  findPort?: () => Promise<number>;
}

const HOST = "127.0.0.1";

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
  return `postgresql://kring:${encodeURIComponent(password)}@${HOST}:${port}/${database}`;
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
    if (await answers(home, found.port, password)) return { ...found, ended: watch(found.pid) };
    await sleep(200);
  }
  return undefined;
}

async function watch(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(500, undefined, { ref: false });
}

/** Whether the server on that port lets us in and is the one on our data: another installation's may have the port, even the password. */
async function answers(home: Home, port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: connectionUrl(port, password, "postgres"), connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(home.data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * After kill -9 of the server its children need a moment to notice; until then the data is still held and a new server refuses. And a
 * port that was free when it was chosen may be another's by the time the server asks for it.
 */
async function launchPatiently(home: Home, options: EmbeddedOptions): Promise<Running> {
  for (let tries = 1; ; tries++) {
    const port = await choosePort(options);
    try {
      return await launch(home, options, port);
    } catch (error) {
      if (tries >= 20) throw error;
      if (existsSync(join(home.data, "postmaster.pid"))) await sleep(500);
      else if (await portIsFree(port, HOST)) throw error;
    }
  }
}

async function launch(home: Home, options: EmbeddedOptions, port: number): Promise<Running> {
  const settings = {
    listen_addresses: HOST,
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    ...options.settings,
  };
  const log = join(resolve(options.dataDir), "postgres.log");
  const logFile = openSync(log, "a");
  const before = statSync(log).size;
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
  closeSync(logFile);
  child.unref();
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const said = readFileSync(log).subarray(before).toString().trim();
      throw new Error(`The embedded PostgreSQL did not start. It said (${log}):\n${said}`);
    }
    if (await answers(home, port, options.password)) return { pid: child.pid as number, port, ended };
    await sleep(100);
  }
  throw new Error(`The embedded PostgreSQL did not answer within a minute; ${log} may say why.`);
}

/** The port of last time where it is free, so that whoever is connected finds the server again after a restart. */
async function choosePort(options: EmbeddedOptions): Promise<number> {
  const folder = resolve(options.dataDir);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "postgres.port");
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = last > 0 && (await portIsFree(last, HOST)) ? last : await (options.findPort ?? (() => freePort(HOST)))();
  writeFileSync(file, String(port));
  return port;
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
