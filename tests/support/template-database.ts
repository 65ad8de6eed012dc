import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateJobs } from "#app/platform/jobs/worker.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { startEmbeddedPostgres } from "#app/platform/postgres/embedded.server.ts";
import { removeData } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** One PostgreSQL for the run, one migrated template; every test file clones it (milliseconds). */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "kring-test-"));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    password: "test",
    database: "kring_template",
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  await applyMigrations(server.url);
  await migrateJobs(server.url);
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    removeData(folder);
  };
}
