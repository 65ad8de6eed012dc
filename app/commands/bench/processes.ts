import { readdirSync, readFileSync } from "node:fs";

/** What Linux says of running processes. Elsewhere there is no /proc: the answers are null, and the bench says "not measured". */

/** Clock ticks of /proc a second; 100 on every Linux that Node runs on. */
const TICKS = 100;

interface Stat {
  pid: number;
  parent: number;
  /** milliseconds of CPU used by the process itself, all threads */
  own: number;
  /** the same for its children that have ended */
  ended: number;
}

function statOf(pid: number | string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in brackets and may hold anything; the fields after it are numbers.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = (from: number) => (((fields[from] ?? 0) + (fields[from + 1] ?? 0)) * 1000) / TICKS;
    return { pid: Number(pid), parent: fields[1] ?? 0, own: ticks(11), ended: ticks(13) };
  } catch {
    return null;
  }
}

function allStats(): Stat[] {
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []));
  } catch {
    return [];
  }
}

/** Milliseconds of CPU a process has used. */
export function cpuOf(pid: number): number | null {
  return statOf(pid)?.own ?? null;
}

/** Milliseconds of CPU used by a process and its children, those that have ended included. */
export function cpuOfFamily(pid: number): number | null {
  const head = statOf(pid);
  if (!head) return null;
  return allStats().reduce((sum, stat) => sum + (stat.parent === pid ? stat.own : 0), head.own + head.ended);
}

/** The child of `parent` whose command line holds `part`. */
export function childRunning(parent: number, part: string): number | null {
  const found = allStats().find((stat) => stat.parent === parent && commandLine(stat.pid).includes(part));
  return found?.pid ?? null;
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** Resident memory in megabytes (10^6 bytes). */
export function memoryOf(pid: number): number | null {
  try {
    const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kibibytes ? (Number(kibibytes) * 1024) / 1e6 : null;
  } catch {
    return null;
  }
}
