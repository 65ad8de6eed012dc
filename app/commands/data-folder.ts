import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** How long the one before may take to stop: a restart must not fail because of it. */
const PATIENCE = 20_000;

/**
 * Takes a data folder for this `npm start` alone. Two at once on one folder would adopt and stop each other's database.
 * A holder that no longer lives is overruled; one that does is waited for, and then named.
 * @returns lets the folder go
 */
export async function holdDataFolder(dataDir: string): Promise<() => void> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "start.pid");
  const limit = Date.now() + PATIENCE;
  while (!take(file)) {
    const holder = holderOf(file);
    if (holder === undefined) continue;
    if (Date.now() > limit) {
      console.error(
        `Kring already runs on ${resolve(dataDir)} (process ${holder}). Stop that one first, or set DATA_DIR to another folder.`,
      );
      process.exit(1);
    }
    await sleep(250);
  }
  return () => unlinkSync(file);
}

/** Linking is atomic: of two at once one gets it. */
function take(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    unlinkSync(draft);
  }
}

/** The process that holds the folder; what a dead one left behind is cleared away. */
function holderOf(file: string): number | undefined {
  let pid: number;
  try {
    pid = Number(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
  if (isStart(pid)) return pid;
  try {
    unlinkSync(file);
  } catch {
    // another start cleared it first
  }
  return undefined;
}

/** Numbers are handed out again, in a container the same ones at every start: where /proc tells, the command decides. */
function isStart(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    return /main\.mjs\0(start|dev)/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    return process.platform !== "linux";
  }
}
