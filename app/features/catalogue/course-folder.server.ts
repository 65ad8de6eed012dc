import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { courseSchema } from "./compile/course-schema.ts";
import { besideFolder } from "./compile/included.ts";
import type { CourseFiles, Problem } from "./compile/problems.ts";
import { readYaml } from "./compile/yaml-door.ts";
import { isMediaBytes, mediaPointer } from "./media.ts";
import { unreadable } from "./unreadable.ts";

/** What stands beside the courses and is none: the schemas by which editors check course files. */
export const SCHEMA_FOLDER = "schemas";

/** The courses' folders under `folder`, by name. */
export async function courseFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
  return names.filter((name) => name !== SCHEMA_FOLDER).sort();
}

export interface CourseReading {
  files: CourseFiles;
  /** files that could not be read: with any, `files` is not the whole course */
  problems: Problem[];
}

/**
 * The texts of one course folder (YAML, Markdown and captions), with their paths inside it; of media, what stands in for their
 * bytes. With them come the modules it includes from courses beside it, as seen from its folder (`../other-course/01-module/…`).
 * One file at a time: a course may hold hundreds of clips. @param hashOf gives a clip's SHA-256; by default by reading it
 */
export async function readCourse(folder: string, hashOf: (path: string) => Promise<string> = hashOfFile): Promise<CourseReading> {
  const own = await readOneFolder(folder, hashOf);
  const readings = [own];
  for (const [slug, modules] of includedModules(own.files["course.yaml"] ?? "")) {
    const beside = await readOneFolder(join(folder, "..", slug), hashOf);
    const needed = (name: string) => SURROUNDINGS.test(name) || modules.some((module) => name.startsWith(`${module}/`));
    const entries = Object.entries(beside.files).filter(([name]) => needed(name));
    readings.push({
      files: Object.fromEntries(entries.map(([name, text]) => [`${besideFolder(slug)}${name}`, text])),
      problems: beside.problems.map((problem) => ({ ...problem, file: `${besideFolder(slug)}${problem.file}` })),
    });
  }
  return { files: Object.assign({}, ...readings.map(({ files }) => files)), problems: readings.flatMap(({ problems }) => problems) };
}

/** What an included module leans on in its own course. */
const SURROUNDINGS = /^(?:course|references|claims)\.yaml$|^(?:media|vignettes)\//;

/** Modules of other courses that a course.yaml asks for: slug → folders. One that cannot be read asks for none; its check says why. */
function includedModules(yaml: string): Map<string, string[]> {
  const included = new Map<string, string[]>();
  const read = readYaml("course.yaml", yaml, z.object({ modules: courseSchema.shape.modules }), () => {});
  for (const entry of read?.value.modules ?? [])
    if (typeof entry !== "string") included.set(entry.course, [...(included.get(entry.course) ?? []), entry.module]);
  return included;
}

async function readOneFolder(folder: string, hashOf: (path: string) => Promise<string>): Promise<CourseReading> {
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
