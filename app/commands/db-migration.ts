import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffSchemas, readSchema } from "#app/platform/migrations.server.ts";
import { openDatabaseServer } from "./database-server.ts";

const SNAPSHOT = "prisma/migrations/schema.json";

/** `npm run db:migration -- add-seats`: writes the SQL between the schema of the last migration and today's. Works offline. */
export async function run([name]: string[]): Promise<void> {
  if (!name || !/^[a-z0-9-]+$/.test(name)) {
    console.error("Give the migration a name in kebab-case: npm run db:migration -- add-seats");
    process.exit(1);
  }
  const server = await openDatabaseServer();
  try {
    const before = existsSync(SNAPSHOT) ? (JSON.parse(readFileSync(SNAPSHOT, "utf8")) as [string, string][]) : null;
    const after = readSchema();
    const sql = await diffSchemas(server.url, before, after);
    if (sql.trim() === "" || sql.includes("This is an empty migration")) {
      console.log("The schema has not changed.");
      return;
    }
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join("prisma/migrations", `${stamp}_${name.replaceAll("-", "_")}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), sql);
    writeFileSync("prisma/migrations/migration_lock.toml", 'provider = "postgresql"\n');
    writeFileSync(SNAPSHOT, `${JSON.stringify(after, null, 1)}\n`);
    console.log(`Wrote ${folder}/migration.sql. Read it, add what Prisma cannot say (partial indexes, triggers), and commit it.`);
  } finally {
    await server.close();
  }
}
