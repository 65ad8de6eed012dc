import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { secretKeyProblem } from "#app/features/accounts/data-key.server.ts";
import { createOfficeLink } from "#app/features/accounts/office-claim.server.ts";
import { rewrapDataKeys } from "#app/features/accounts/rewrap.server.ts";
import { secretKeys } from "#app/features/accounts/secret-key.server.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { paths } from "#app/paths.ts";
import { systemClock } from "#app/platform/clock.ts";
import { type Env, EnvError, readEnv } from "#app/platform/env.server.ts";
import { portIsFree } from "#app/platform/free-port.ts";
import { migrateJobs } from "#app/platform/jobs/worker.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { holdDataFolder } from "./data-folder.ts";
import { type DatabaseServer, localSecrets, openDatabaseServer } from "./database-server.ts";
import { siteArguments } from "./site-process.ts";

/** `npm start`: database, migrations, courses, the sandbox where there are no Stripe keys, the site; and their orderly end. */
export async function run(args: string[] = []): Promise<void> {
  const shell = args.includes("--dev") ? "app/dev-server.ts" : "app/server.mjs";
  const settings = settingsOrExit();
  const unlock = await holdDataFolder(settings.dataDir);
  const secrets =
    settings.secretKey && settings.databaseUrl && settings.payments.kind === "stripe" ? undefined : localSecrets(settings.dataDir);
  const childEnv: NodeJS.ProcessEnv = {
    ...process.env,
    KRING_INHERITED_NODE_ENV: process.env.NODE_ENV ?? "",
    NODE_ENV: args.includes("--dev") ? "development" : "production",
    SECRET_KEY: settings.secretKey ?? secrets?.secretKey,
    KRING_SANDBOX_API_KEY: secrets?.sandboxApiKey,
    KRING_SANDBOX_WEBHOOK_SECRET: secrets?.sandboxWebhookSecret,
  };
  await waitForPort("PORT", settings.port);
  if (settings.payments.kind === "sandbox") await waitForPort("SANDBOX_PORT", settings.payments.port);
  // Asked again when the server falls; by then DATABASE_URL of this process names the server that fell.
  const openDatabase = () => openDatabaseServer(settings.dataDir, settings.databaseUrl ?? "");
  const database = await openDatabase();
  const supervisor = new Supervisor(database, openDatabase, unlock);
  childEnv.DATABASE_URL = database.url;
  if (database.note) console.log(database.note);
  try {
    await prepareDatabase(database.url, childEnv, settings.coursesDir);
  } catch (error) {
    console.error(error instanceof StartRefused ? error.message : error);
    // The database was started for this; it must not stay behind.
    return supervisor.stop(1);
  }
  if (settings.payments.kind === "sandbox") {
    const shop = (await provider()).tradeName;
    supervisor.keep("the payment sandbox", () => spawnSandbox(settings, childEnv, shop));
  }
  supervisor.keep(
    "the site",
    () =>
      spawn(process.execPath, siteArguments(shell), {
        env: childEnv,
        stdio: ["ignore", "inherit", "inherit", "ipc"],
      }),
    () => announce(settings),
  );
  await supervisor.untilStopped();
}

/** The operator must do something first; the message says what. */
class StartRefused extends Error {}

function settingsOrExit(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** A site orphaned by kill -9 needs a moment to let go of its port. */
async function waitForPort(setting: string, port: number): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    if (await portIsFree(port)) return;
    await sleep(500);
  }
  console.error(`Port ${port} is in use, perhaps by Kring itself. Stop that program, or set ${setting} to another number.`);
  process.exit(1);
}

async function prepareDatabase(url: string, childEnv: NodeJS.ProcessEnv, coursesDir: string): Promise<void> {
  const applied = await applyMigrations(url);
  if (applied.length > 0) console.log(`Database prepared (${applied.length} migration${applied.length === 1 ? "" : "s"}).`);
  await migrateJobs(url);
  // From here this process may use the rooms: they read their settings from the environment.
  Object.assign(process.env, { DATABASE_URL: url, SECRET_KEY: childEnv.SECRET_KEY });
  const foreignKey = await secretKeyProblem();
  if (foreignKey) {
    throw new StartRefused(
      `SECRET_KEY is not the one that protects what learners wrote here (stored: ${foreignKey.stored}, given: ${foreignKey.current}). Start with the old key: with another one their texts cannot be read. To go over to a new key, set SECRET_KEY to the new and SECRET_KEY_PREVIOUS to the old one.`,
    );
  }
  await goOverToNewKey();
  const { published, problems } = await publishCourses({ folder: coursesDir, now: systemClock.now() });
  if (published.length > 0) console.log(`Published: ${published.join(", ")}.`);
  for (const problem of problems)
    console.error(`${join(coursesDir, problem.courseSlug, problem.file)}:${problem.line} ${problem.message} ${problem.advice}`);
}

/** Where the operator names the key before SECRET_KEY: takes what it protected over to the new one. */
async function goOverToNewKey(): Promise<void> {
  const [current, previous] = secretKeys();
  if (!current || !previous) return;
  const count = await rewrapDataKeys({ previous, current });
  console.log(
    `${count === 0 ? "Nothing is" : `The keys of ${count} ${count === 1 ? "person" : "people"} went over to the new SECRET_KEY; nothing is`} protected by SECRET_KEY_PREVIOUS any more: take that setting away.`,
  );
}

function spawnSandbox(settings: Env, childEnv: NodeJS.ProcessEnv, shop: string): ChildProcess {
  if (settings.payments.kind !== "sandbox") throw new Error("no sandbox is configured");
  const { port, origin, secretKey, webhookSecret } = settings.payments;
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "app/sandbox/stripe/main.ts"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: childEnv.DATABASE_URL,
      SANDBOX_SHOP_NAME: shop,
      SANDBOX_PORT: String(port),
      SANDBOX_ORIGIN: origin,
      SANDBOX_API_KEY: childEnv.KRING_SANDBOX_API_KEY ?? secretKey,
      SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${settings.port}/hooks/stripe`,
      SANDBOX_WEBHOOK_SECRET: childEnv.KRING_SANDBOX_WEBHOOK_SECRET ?? webhookSecret,
      ...(process.env.SANDBOX_VALIDATE ? { SANDBOX_VALIDATE: process.env.SANDBOX_VALIDATE } : {}),
    },
  });
}

/** Where to go, what money is, and how the office gets its first account. */
async function announce(settings: Env): Promise<void> {
  const officeLink = await createOfficeLink(systemClock.now());
  const { payments } = settings;
  const money = {
    sandbox: `Payments are in the sandbox: no money moves. Its panel: ${payments.kind === "sandbox" ? payments.origin : ""}/_sandbox/`,
    test: "Payments go to Stripe in test mode: no money moves.",
    live: "Payments are live: real money.",
  }[payments.mode];
  const lines = [
    `Kring is ready: ${settings.origin}`,
    money,
    ...(settings.smtpUrl || settings.live ? [] : [`Letters are kept at ${settings.origin}${paths.sandboxMail()}`]),
    ...(officeLink ? [`Make the first office account (this link works once, for a day): ${settings.origin}${officeLink}`] : []),
  ];
  console.log(`\n${lines.join("\n")}\n`);
}

/** Keeps children alive (five restarts in a minute at most), brings a fallen database back, and stops all in the right order. */
class Supervisor {
  #database: DatabaseServer;
  readonly #openDatabase: () => Promise<DatabaseServer>;
  readonly #unlock: () => void;
  readonly #children = new Map<string, ChildProcess>();
  #stopping = false;
  #stopped: (() => void) | undefined;
  readonly #done = new Promise<void>((resolve) => {
    this.#stopped = resolve;
  });

  constructor(database: DatabaseServer, openDatabase: () => Promise<DatabaseServer>, unlock: () => void) {
    this.#unlock = unlock;
    this.#database = database;
    this.#openDatabase = openDatabase;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void this.stop(0));
  }

  keep(name: string, start: () => ChildProcess, whenReady?: () => Promise<void>): void {
    const starts: number[] = [];
    let wasReady = false;
    const launch = () => {
      starts.push(Date.now());
      const child = start();
      this.#children.set(name, child);
      child.on("message", (message) => {
        if (message !== "ready" || wasReady) return;
        wasReady = true;
        void whenReady?.().catch((error) => console.error(error));
      });
      child.on("exit", (code, signal) => {
        this.#children.delete(name);
        if (this.#stopping) return;
        const recent = starts.filter((at) => at > Date.now() - 60_000).length;
        console.error(`${name} ended (${signal ?? `code ${code}`}).`);
        // What never came up will not come up by trying: its own message says why.
        const hopeless = !wasReady && code === 1 && Date.now() - (starts[0] ?? 0) < 10_000;
        if (recent >= 5 || hopeless) void this.stop(1);
        else setTimeout(launch, 1000);
      });
    };
    launch();
  }

  async untilStopped(): Promise<void> {
    void this.#watchDatabase().catch((error) => {
      console.error(error);
      return this.stop(1);
    });
    await this.#done;
  }

  /** kill -9 of the database alone: start it again; it recovers by itself and the site reconnects. */
  async #watchDatabase(): Promise<void> {
    while (this.#database.ended) {
      await this.#database.ended;
      if (this.#stopping) return;
      console.error("The database ended; starting it again.");
      const { url } = this.#database;
      this.#database = await this.#openDatabase();
      // Another program took its port meanwhile: the site and the sandbox know only the old one, so all begin anew.
      if (this.#database.url !== url) return this.stop(1);
    }
  }

  async stop(code: number): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    await this.#end("the site");
    await this.#end("the payment sandbox");
    await this.#database.stop().catch((error) => console.error(String(error)));
    this.#unlock();
    this.#stopped?.();
    process.exit(code);
  }

  async #end(name: string): Promise<void> {
    const child = this.#children.get(name);
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(12_000).then(() => child.kill("SIGKILL"))]);
  }
}
