import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CourseFiles } from "./compile/problems.ts";

/** Folders under `folder` that hold a course.yaml, by name. */
export async function courseFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
  return names.sort();
}

/** The texts of one course folder (YAML and Markdown), with their paths inside it. */
export async function readCourseFolder(folder: string): Promise<CourseFiles> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.(ya?ml|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(
    await Promise.all(
      names.sort().map(async (name): Promise<[string, string]> => [name.replaceAll("\\", "/"), await readFile(join(folder, name), "utf8")]),
    ),
  );
}
