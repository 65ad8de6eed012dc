import { afterAll, vi } from "vitest";
import { createTestDatabase } from "./database.ts";

// Files share a process, so that libraries are loaded once; what the product itself keeps in its modules is each file's own.
vi.resetModules();

// Each test file has its own clone; set before the file's own imports connect.
const database = await createTestDatabase();
const settings = { ...process.env };
process.env.DATABASE_URL = database.url;
process.env.SECRET_KEY ??= "a test key that is long enough to be accepted";
const { closeDatabase } = await import("#app/platform/db.server.ts");

afterAll(async () => {
  await closeDatabase();
  await database.drop();
  for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name];
  Object.assign(process.env, settings);
});
