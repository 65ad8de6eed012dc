import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#app/platform/free-port.ts";
import { findHome } from "#app/platform/postgres/binaries.server.ts";
import { type LocalSecrets, localSecrets } from "../database-server.ts";
import { type Child, endChild, startChild } from "./children.ts";
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
  "SECRET_KEY_PREVIOUS",
];

/** @param folder empty, and open to the user that PostgreSQL runs as */
export async function startBenchSite(folder: string): Promise<BenchSite> {
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
  const child = startChild(["app/commands/main.mjs", "start"], env);
  const stop = async () => {
    await endChild(child);
    const { data } = findHome(folder);
    // Where the database may not enter the folder, its data stands elsewhere (postgres/binaries.server.ts).
    if (!data.startsWith(folder)) rmSync(dirname(data), { recursive: true, force: true });
  };
  try {
    await untilReady(child, `http://localhost:${port}`);
  } catch (error) {
    await stop();
    throw error;
  }
  const secrets = localSecrets(folder);
  const pid = child.process.pid ? childRunning(child.process.pid, "app/server.mjs") : null;
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

async function untilReady(child: Child, origin: string): Promise<void> {
  const limit = Date.now() + 120_000;
  while (Date.now() < limit) {
    if (child.process.exitCode !== null) throw new Error(`npm start ended with code ${child.process.exitCode}:\n${child.printed()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(200);
  }
  throw new Error(`The site was not ready within two minutes:\n${child.printed()}`);
}
