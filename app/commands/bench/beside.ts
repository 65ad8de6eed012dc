import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { cpuOf } from "./processes.ts";
import { type BenchSite, end, freePort } from "./site.ts";

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
  return startServer(site, () => ["--enable-source-maps", "app/server.ts"], ask);
}

async function startServer(site: BenchSite, args: (port: string) => string[], ask: { path: string; cookie?: string }): Promise<Beside> {
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const env = { ...site.env, NODE_ENV: "production" as const, PORT: port, APP_ORIGIN: origin };
  const began = performance.now();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args(port)], {
    env,
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await untilAnswer(child, `${origin}${ask.path}`, ask.cookie);
  } catch (error) {
    await end(child);
    throw error;
  }
  const firstByte = performance.now() - began;
  return { origin, firstByte, cpu: () => ({ app: child.pid ? cpuOf(child.pid) : null, database: 0 }), stop: () => end(child) };
}

async function untilAnswer(child: ChildProcess, url: string, cookie = ""): Promise<void> {
  const limit = performance.now() + 20_000;
  while (performance.now() < limit && child.exitCode === null) {
    const answer = await fetch(url, { headers: { cookie } }).catch(() => null);
    if (answer?.status === 200) return;
    if (answer) throw new Error(`${url} answered ${answer.status}.`);
    await sleep(5);
  }
  throw new Error(`Nothing answers at ${url}.`);
}
