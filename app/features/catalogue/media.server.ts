import { constants, existsSync } from "node:fs";
import { copyFile, mkdir, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { sha256 } from "#app/platform/crypto.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { CourseFiles } from "./compile/problems.ts";
import type { CompiledLesson } from "./compiled.ts";
import { previewLesson } from "./courses.server.ts";
import { hashOfPointer, MEDIA_FOLDER, mediaName, mediaOf } from "./media.ts";

/**
 * Where clips live: in files under DATA_DIR/media, each named by the hash of its bytes, and not in PostgreSQL like certificates. A
 * video of 300 MB would be read into memory as a whole for every few seconds played, and would make the database's backup grow with
 * what stands in the course folder anyway. Not in the course folder itself either: an edition that was published with an older cut
 * must keep it after the folder has a newer one. Every node publishes at its start, so every node fills its own store; DATA_DIR
 * belongs in the backup.
 */
export const mediaFolder = (): string => resolve(env().dataDir, "media");

/** Puts a course's clips and captions into the store, those that are not there yet. Several nodes or starts at once do no harm. */
export async function storeMedia(courseFolder: string, files: CourseFiles): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(`${MEDIA_FOLDER}/`)) continue;
    const hash = hashOfPointer(text);
    if (hash) await place(mediaName(path, hash), (to) => copyFile(join(courseFolder, path), to, constants.COPYFILE_FICLONE));
    else if (path.endsWith(".vtt")) await place(mediaName(path, sha256(text)), (to) => writeFile(to, text));
  }
}

/** A file has its name only once it is whole. */
async function place(name: string, write: (to: string) => Promise<void>): Promise<void> {
  const folder = mediaFolder();
  const final = join(folder, name);
  if (existsSync(final)) return;
  await mkdir(folder, { recursive: true });
  const unfinished = `${final}.${process.pid}.part`;
  await write(unfinished);
  await rename(unfinished, final);
}

/**
 * Whether a lesson of this edition plays or shows the file. Any revision counts: a page opened before a correction was published
 * plays on. Whether someone may open the lesson is enrolment's answer, not this one's.
 */
export async function editionPlays(editionId: string, lessonId: string, name: string): Promise<boolean> {
  const rows = await db.revisionLesson.findMany({ where: { lessonId, revision: { editionId } }, select: { content: true } });
  return rows.some(({ content }) => mediaOf(content as unknown as CompiledLesson).has(name));
}

/** Whether a lesson that anyone may read plays or shows the file. */
export async function previewPlays(slug: string, lessonId: string, name: string): Promise<boolean> {
  const found = await previewLesson(slug, lessonId);
  return found !== null && mediaOf(found.lesson).has(name);
}
