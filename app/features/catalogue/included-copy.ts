import { besideFolder } from "./compile/included.ts";
import type { CourseFiles } from "./compile/problems.ts";

/**
 * The files of a course that includes modules of another one, with that other course's text as it is now: what reading its folder would
 * give. Of a course that includes none, its files as they are.
 */
export function withIncluded(files: CourseFiles, slug: string, others: CourseFiles): CourseFiles {
  const base = besideFolder(slug);
  const theirs = Object.keys(files).filter((name) => name.startsWith(base));
  if (theirs.length === 0) return files;
  const folders = new Set(theirs.flatMap((name) => folderOf(name.slice(base.length)) ?? []));
  const copied = Object.entries(others).filter(([name]) => {
    const folder = folderOf(name);
    return folder === null ? SURROUNDINGS.has(name) : folder !== ".." && (folders.has(folder) || ALONG.has(folder));
  });
  const own = Object.entries(files).filter(([name]) => !name.startsWith(base));
  return Object.fromEntries([...own, ...copied.map(([name, text]) => [`${base}${name}`, text])]);
}

/** What an included module leans on in its own course, as publishing reads it. */
const SURROUNDINGS = new Set(["course.yaml", "references.yaml", "claims.yaml"]);
const ALONG = new Set(["media", "vignettes"]);
const folderOf = (name: string): string | null => (name.includes("/") ? name.slice(0, name.indexOf("/")) : null);
