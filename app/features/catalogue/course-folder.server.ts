import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CourseFiles, Problem } from "./compile/problems.ts";
import { isMediaBytes, mediaPointer } from "./media.ts";
import { unreadable } from "./unreadable.ts";

/** Folders under `folder` that hold a course.yaml, by name. */
export async function courseFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
  return names.sort();
}

export interface CourseReading {
  files: CourseFiles;
  /** files that could not be read: with any, `files` is not the whole course */
  problems: Problem[];
}

/**
 * The texts of one course folder (YAML, Markdown and captions), with their paths inside it; of media, what stands in for their
 * bytes. One file at a time: a course may hold hundreds of clips. @param hashOf gives a clip's SHA-256; by default by reading it
 */
export async function readCourse(folder: string, hashOf: (path: string) => Promise<string> = hashOfFile): Promise<CourseReading> {
  const files: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const name of await namesIn(folder, problems)) {
    const path = join(folder, name);
    try {
      files[name] = isMediaBytes(name) ? mediaPointer(await hashOf(path), (await stat(path)).size) : await readFile(path, "utf8");
    } catch (error) {
      problems.push(unreadable(name, error));
    }
  }
  return { files, problems };
}

/** The same for who has nobody to report to. @throws with the first file that cannot be read */
export async function readCourseFolder(folder: string): Promise<CourseFiles> {
  const { files, problems } = await readCourse(folder);
  const [problem] = problems;
  if (problem) throw new Error(`${join(folder, problem.file)}: ${problem.message} ${problem.advice}`);
  return files;
}

async function namesIn(folder: string, problems: Problem[]): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll("\\", "/"),
      )
      .filter((name) => /\.(ya?ml|md|vtt)$/.test(name) || isMediaBytes(name))
      .sort();
  } catch (error) {
    problems.push(unreadable("course.yaml", error));
    return [];
  }
}

/** A clip may be hundreds of megabytes: it is never in memory as a whole. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest("hex");
}
