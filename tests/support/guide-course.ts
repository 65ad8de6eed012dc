import { readFileSync } from "node:fs";
import type { CourseFiles } from "#app/features/catalogue/check-course.ts";

/** The guide for who writes courses. */
export const guide = readFileSync("courses/README.md", "utf8");

/** The small course that the guide shows, as files of its folder: each stands in a code block that carries its name. */
export function guideCourse(): CourseFiles {
  const blocks = guide.matchAll(/^```\w+ stilte-laten\/(\S+)\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, name = "", text = ""]) => [name, text]));
}
