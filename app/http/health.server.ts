import type { RequestHandler } from "express";
import { anythingPublished } from "#app/features/catalogue/courses.server.ts";
import { pool } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { pendingMigrations } from "#app/platform/migrations.server.ts";

/** 200 while the process lives; asks nobody. */
export const live: RequestHandler = (_request, response) => {
  response.type("text").send("ok\n");
};

/** Why this node cannot serve yet, or null. Anybody may ask: how the database is reached is for the log alone. */
async function notReadyBecause(): Promise<string | null> {
  try {
    const pending = await pendingMigrations(pool());
    if (pending.length > 0) return `migrations are not applied: ${pending.join(", ")}`;
    if (!(await anythingPublished())) return "no course is published; `npm run courses:check` says why";
    return null;
  } catch (error) {
    log.error("not-ready", { error });
    return "the database does not answer; the log says why";
  }
}

export const ready: RequestHandler = async (_request, response) => {
  const reason = await notReadyBecause();
  response
    .status(reason ? 503 : 200)
    .type("text")
    .send(`${reason ?? "ready"}\n`);
};
