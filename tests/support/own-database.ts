import { afterAll } from "vitest";
import { closeDatabase } from "#app/platform/db.server.ts";
import { createTestDatabase } from "./database.ts";

// Each test file has its own clone; set before the file's own imports connect.
const database = await createTestDatabase();
process.env.DATABASE_URL = database.url;
process.env.SECRET_KEY ??= "a test key that is long enough to be accepted";

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});
