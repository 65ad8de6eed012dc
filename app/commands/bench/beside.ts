import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#app/platform/free-port.ts";
import { siteArguments } from "../site-process.ts";
import { type Child, endChild, startChild } from "./children.ts";
import { cpuOf } from "./processes.ts";
import type { BenchSite } from "./site.ts";

/** A process that runs beside the product to compare it with. */
export interface Beside {
  origin: string;
  pid: number;
  cpu(): { app: number | null; database: number | null };
  stop(): Promise<void>;
  /** milliseconds from the start of the process to the first byte of an answer */
  firstByte: number;
}

/** The product rendered from memory, or Remix with one page (beside-server.ts). */
export function startBeside(site: BenchSite, kind: { memory: { readerId: string } } | "bare", path: string): Promise<Beside> {
  return startServer(
    site,
    (port) => ["app/commands/bench/beside-server.ts", ...(kind === "bare" ? ["bare", port] : ["memory", port, kind.memory.readerId])],
    { path },
  );
}

/** A second node of the product itself on the same database. */
export function startNode(site: BenchSite, ask: { path: string; cookie: string }): Promise<Beside> {
  return startServer(site, () => siteArguments("app/server.mjs"), ask);
}

async function startServer(site: BenchSite, args: (port: string) => string[], ask: { path: string; cookie?: string }): Promise<Beside> {
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const began = performance.now();
  const child = startChild(args(port), { ...site.env, NODE_ENV: "production", PORT: port, APP_ORIGIN: origin });
  try {
    await untilAnswer(child, `${origin}${ask.path}`, ask.cookie);
  } catch (error) {
    await endChild(child);
    throw error;
  }
  const firstByte = performance.now() - began;
  const pid = child.process.pid ?? 0;
  return { origin, pid, firstByte, cpu: () => ({ app: cpuOf(pid), database: 0 }), stop: () => endChild(child) };
}

async function untilAnswer(child: Child, url: string, cookie = ""): Promise<void> {
  const limit = performance.now() + 20_000;
  while (performance.now() < limit && child.process.exitCode === null) {
    const answer = await fetch(url, { headers: { cookie } }).catch(() => null);
    if (answer?.status === 200) return;
    if (answer) throw new Error(`${url} answered ${answer.status}.`);
    await sleep(5);
  }
  throw new Error(`Nothing answers at ${url}. ${child.printed()}`);
}
