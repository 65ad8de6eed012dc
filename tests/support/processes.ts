import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findHome } from "#app/platform/postgres/binaries.server.ts";
import type { Site } from "./site.ts";

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** From /proc where there is one (a bare container has no `ps`), otherwise from `ps`. */
function processes(): Process[] {
  if (existsSync("/proc/self/stat")) {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, "utf8");
          // the command stands in parentheses and may hold spaces; the parent is the second field after it
          const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
          return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ") }];
        } catch {
          return [];
        }
      });
  }
  return execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? "" }));
}

/** The process that `npm start` runs a part of itself in, found by what its command line holds. */
export function childPid(site: Pick<Site, "process">, part: string): number {
  const found = processes().find((process) => process.parent === site.process.pid && process.command.includes(part));
  if (!found) throw new Error(`no child runs ${part}`);
  return found.pid;
}

/** The embedded PostgreSQL's own process. */
export function databasePid(site: Pick<Site, "folder">): number {
  return Number(readFileSync(join(findHome(site.folder).data, "postmaster.pid"), "utf8").split("\n")[0]);
}
