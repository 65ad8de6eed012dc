import { drawOgImages } from "#app/features/catalogue/og-image.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { closeDatabase } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { applyMigrations } from "#app/platform/migrations.server.ts";
import { openDatabaseServer } from "./database-server.ts";

/** `npm run courses:publish`: makes what stands in courses/ the published courses. Twice is the same as once. */
export async function run([folder = readEnv(process.env).coursesDir]: string[]): Promise<void> {
  const server = await openDatabaseServer();
  process.env.DATABASE_URL = server.url;
  try {
    await applyMigrations(server.url);
    const now = new Date();
    const { published, problems } = await publishCourses({ folder, now });
    await drawOgImages(now);
    for (const slug of published) console.log(`Gepubliceerd: ${slug}`);
    if (published.length === 0) console.log("Er is niets nieuws om te publiceren.");
    for (const problem of problems)
      console.log(`${problem.courseSlug}/${problem.file}:${problem.line}\n  ${problem.message}\n  ${problem.advice}`);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await closeDatabase();
    await server.close();
  }
}
