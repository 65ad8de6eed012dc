import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findHome } from "#app/platform/postgres/binaries.server.ts";
import { type LocalSecrets, localSecrets } from "../database-server.ts";
import { childRunning, cpuOf, cpuOfFamily } from "./processes.ts";

/** The whole product as `npm start` runs it, on a data folder and ports of its own, as it stands behind a proxy. */
export interface BenchSite {
  origin: string;
  folder: string;
  databaseUrl: string;
  /** what its processes were started with */
  env: NodeJS.ProcessEnv;
  /** the process that serves pages; null where the system does not tell */
  pid: number | null;
  /** milliseconds of CPU used so far */
  cpu(): { app: number | null; database: number | null };
  stop(): Promise<void>;
}

/** Settings of the operator that must not reach a bench: it talks to nobody but itself. */
const foreign = [
  "DATABASE_URL",
  "PAYMENTS",
  "PAYMENTS_SEPA",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "ACCEPT_LIVE_PAYMENTS",
  "SANDBOX_ORIGIN",
  "SMTP_URL",
  "MAIL_FROM",
  "SECRET_KEY",
];

export async function startBenchSite(): Promise<BenchSite> {
  const folder = mkdtempSync(join(tmpdir(), "kring-bench-"));
  // PostgreSQL may run as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...Object.fromEntries(foreign.map((name) => [name, ""])),
    NODE_ENV: "test",
    KRING_BENCH: "1",
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    SANDBOX_PORT: String(await freePort()),
    DATA_DIR: folder,
    TRUST_PROXY: "1",
  };
  const printed: string[] = [];
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "app/commands/main.mjs", "start"], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, `http://localhost:${port}`, printed);
  } catch (error) {
    await stop();
    throw error;
  }
  const secrets = localSecrets(folder);
  const pid = child.pid ? childRunning(child.pid, "app/server.ts") : null;
  const postmaster = Number(readFileSync(join(findHome(folder).data, "postmaster.pid"), "utf8").split("\n")[0]);
  return {
    origin: `http://localhost:${port}`,
    folder,
    databaseUrl: databaseUrl(folder, secrets),
    env: { ...env, ...secretsAsEnv(folder, secrets) },
    pid,
    cpu: () => ({ app: pid === null ? null : cpuOf(pid), database: cpuOfFamily(postmaster) }),
    stop,
  };
}

function databaseUrl(folder: string, { postgresPassword }: LocalSecrets): string {
  return `postgresql://kring:${encodeURIComponent(postgresPassword)}@127.0.0.1:${readFileSync(join(folder, "postgres.port"), "utf8")}/kring`;
}

/** As `npm start` hands them to its children. */
function secretsAsEnv(folder: string, secrets: LocalSecrets): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl(folder, secrets),
    SECRET_KEY: secrets.secretKey,
    KRING_SANDBOX_API_KEY: secrets.sandboxApiKey,
    KRING_SANDBOX_WEBHOOK_SECRET: secrets.sandboxWebhookSecret,
    KRING_INHERITED_NODE_ENV: "",
  };
}

async function untilReady(child: ChildProcess, origin: string, printed: string[]): Promise<void> {
  const limit = Date.now() + 120_000;
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`npm start ended with code ${child.exitCode}:\n${printed.join("")}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(200);
  }
  throw new Error(`The site was not ready within two minutes:\n${printed.join("")}`);
}

/** Ends a process that was started with `detached`, and everything it started. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  const late = setTimeout(() => process.kill(-(child.pid as number), "SIGKILL"), 30_000);
  await ended;
  clearTimeout(late);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
