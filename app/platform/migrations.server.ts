import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { sessionOptions } from "./db.server.ts";

/** Prisma's own migration engine as WebAssembly: same folders and table as `prisma migrate deploy`, no binary to download. */
const MIGRATIONS = "prisma/migrations";
const noFilters = { externalTables: [], externalEnums: [] };
/** Any constant will do; it keeps two nodes from migrating at once. */
const MIGRATION_LOCK = 7_246_001;

/**
 * The stock adapter cuts a script at every semicolon, those inside comments and function bodies too. PostgreSQL takes a
 * script whole, and then as one transaction: a migration happens altogether or not at all.
 */
class WholeScripts extends PrismaPg {
  readonly #open: { dispose(): Promise<void> }[] = [];
  /** what PostgreSQL said of a script it refused: the engine keeps it to itself */
  refusal: Error | undefined;

  override async connect() {
    const adapter = await super.connect();
    this.#open.push(adapter);
    adapter.executeScript = async (script) => {
      await adapter
        .underlyingDriver()
        .query(script)
        .catch((error: Error) => {
          this.refusal = error;
          throw error;
        });
    };
    return adapter;
  }

  /** The engine never closes what it opened. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#open.map((adapter) => adapter.dispose()));
  }
}

let loaded: Promise<void> | undefined;

async function loadEngine(): Promise<void> {
  const wasmFile = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), {
    "./schema_engine_bg.js": engineBindings as unknown as WebAssembly.ModuleImports,
  });
  engineBindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
}

async function openEngine(connectionString: string, schema: [string, string][]) {
  loaded ??= loadEngine();
  await loaded;
  const adapters = new WholeScripts({ connectionString, options: sessionOptions, max: 1 });
  const engine = await engineBindings.SchemaEngine.new({ datamodels: schema }, () => {}, bindMigrationAwareSqlAdapterFactory(adapters));
  const close = async () => {
    engine.free();
    await adapters.close();
  };
  return { engine, close, refusal: () => adapters.refusal };
}

/** The Prisma schema as [path, text] pairs. */
export function readSchema(): [string, string][] {
  const models = readdirSync("prisma/models")
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  return ["prisma/schema.prisma", ...models.map((name) => join("prisma/models", name))].map((path) => [path, readFileSync(path, "utf8")]);
}

function readMigrations() {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: readFileSync(join(MIGRATIONS, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(MIGRATIONS, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

/**
 * Applies what is not applied yet, one node at a time.
 * @returns the names just applied
 * @throws what PostgreSQL said of a migration it refused; nothing of that one happened, and it is tried again at the next start
 */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString, options: sessionOptions });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    if (await upToDate(lock)) return [];
    const { engine, close, refusal } = await openEngine(connectionString, readSchema());
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: readMigrations(), filters: noFilters });
      return appliedMigrationNames;
    } catch (error) {
      const refused = refusal();
      if (!refused) throw error;
      // A script happens altogether or not at all, so what failed left nothing behind to be resolved by hand.
      await lock.query("update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null");
      throw new Error(refused.message, { cause: error });
    } finally {
      await close();
    }
  } finally {
    await lock.end();
  }
}

/** Cheap: compares names, so that a start without news loads no engine. */
async function upToDate(client: pg.Client): Promise<boolean> {
  return (await pendingMigrations(client)).length === 0;
}

/** Names of migrations on disk that the database has not finished. */
export async function pendingMigrations(client: Pick<pg.Client, "query">): Promise<string[]> {
  const names = readMigrations().migrationDirectories.map((directory) => directory.path);
  const table = await client.query("select to_regclass('_prisma_migrations') as name");
  if (!table.rows[0]?.name) return names;
  const done = await client.query("select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null");
  const finished = new Set(done.rows.map((row) => row.migration_name));
  return names.filter((name) => !finished.has(name));
}

/** The SQL that leads from one schema to another; works without a database of its own. */
export async function diffSchemas(connectionString: string, from: [string, string][] | null, to: [string, string][]): Promise<string> {
  const { engine, close } = await openEngine(connectionString, to);
  const container = (files: [string, string][]) => ({
    tag: "schemaDatamodel" as const,
    files: files.map(([path, content]) => ({ path, content })),
  });
  try {
    const result = await engine.diff({
      from: from ? container(from) : { tag: "empty" },
      to: container(to),
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return result.stdout ?? "";
  } finally {
    await close();
  }
}
