import { randomUUID } from "node:crypto";
import { access, constants, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { log } from "#app/platform/log.server.ts";
import { clipMemory } from "./clip-memory.server.ts";
import type { CourseFiles } from "./compile/problems.ts";
import { readCourse } from "./course-folder.server.ts";
import { contentHash } from "./revisions.server.ts";
import { isAbsent } from "./unreadable.ts";

/** A course's text before a correction and after it. */
export interface ChangedCourse {
  slug: string;
  before: CourseFiles;
  after: CourseFiles;
}

/** How the files in the folder of the courses stand to a correction: `other` is a text the correction was not made in. */
export type FolderStanding = "after" | "before" | "other" | "absent";

export async function folderStanding(folder: string, { slug, before, after }: ChangedCourse): Promise<FolderStanding> {
  const memory = await clipMemory();
  const { files, problems } = await readCourse(join(folder, slug), memory.hashOf);
  if (files["course.yaml"] === undefined) return "absent";
  if (problems.length > 0) return "other";
  const hash = contentHash(files);
  if (hash === contentHash(after)) return "after";
  return hash === contentHash(before) ? "before" : "other";
}

/**
 * Writes corrected courses back to their files: all of them, or none. Where one of the folders holds another text than the correction was
 * made in, somebody is at work there, and nothing is touched. @returns whether the files now say what is published
 */
export async function writeBack(folder: string, courses: readonly ChangedCourse[]): Promise<boolean> {
  for (const course of courses) if ((await folderStanding(folder, course)) !== "before") return false;
  const changes = courses.flatMap(({ slug, before, after }) =>
    Object.entries(after)
      // What a course includes from another one is that other's file.
      .filter(([name, text]) => !name.startsWith("../") && before[name] !== text)
      .map(([name, text]) => ({ path: join(folder, slug, name), before: before[name] ?? "", text })),
  );
  const written: typeof changes = [];
  try {
    for (const { path } of changes) await mayBeWritten(path);
    for (const change of changes) {
      if ((await readFile(change.path, "utf8")) !== change.before) throw new Error(`${change.path} was changed meanwhile`);
      await replaceFile(change.path, change.text);
      written.push(change);
    }
    return true;
  } catch (error) {
    log.warn("a correction was not written back to its files", { error: String(error) });
    for (const { path, before } of written) await replaceFile(path, before).catch((again) => log.error("and not undone", { error: again }));
    return false;
  }
}

async function mayBeWritten(path: string): Promise<void> {
  await access(path, constants.W_OK);
  await access(dirname(path), constants.W_OK);
}

/** Whole or not at all: who reads the file meanwhile reads the old text or the new one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true }).catch((error) => {
      if (!isAbsent(error)) throw error;
    });
  }
}
