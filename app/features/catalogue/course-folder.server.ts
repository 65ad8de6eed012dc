import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CourseFiles } from "./compile/problems.ts";
import { isMediaBytes, mediaPointer } from "./media.ts";

/** Folders under `folder` that hold a course.yaml, by name. */
export async function courseFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
  return names.sort();
}

/** The texts of one course folder (YAML, Markdown and captions), with their paths inside it; of media, what stands in for their bytes. */
export async function readCourseFolder(folder: string): Promise<CourseFiles> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((name) => /\.(ya?ml|md|vtt)$/.test(name) || isMediaBytes(name));
  return Object.fromEntries(
    await Promise.all(
      names.sort().map(async (name): Promise<[string, string]> => {
        const path = join(folder, name);
        return [name, isMediaBytes(name) ? mediaPointer(await hashOfFile(path), (await stat(path)).size) : await readFile(path, "utf8")];
      }),
    ),
  );
}

/** A clip may be hundreds of megabytes: it is never in memory as a whole. */
async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest("hex");
}
