import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PublishResult, publishCourses } from "#app/features/catalogue/publish.server.ts";

/** The module that stories about one course are told with. */
export const oneCourse = "gemis-is-geen-alleen-zijn";

/** A folder of one's own with some of the repository's courses, its provider and its help lines. */
export async function copyCourses(slugs: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kring-courses-"));
  for (const name of ["provider.yaml", "help-lines.yaml", ...slugs])
    await cp(join("courses", name), join(folder, name), { recursive: true });
  return folder;
}

/** Publishes some of the repository's courses: all of them would take seconds in every file. */
export async function publishOnly(slugs: readonly string[], now: Date): Promise<PublishResult> {
  const folder = await copyCourses(slugs);
  try {
    return await publishCourses({ folder, now });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
