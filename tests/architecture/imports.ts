import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export interface SourceFile {
  /** from the repository root, e.g. app/features/accounts/people.server.ts */
  path: string;
  text: string;
  /** what it imports from this repository, resolved to paths; and package names */
  imports: string[];
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

function importsOf(path: string, text: string): string[] {
  const found = [
    ...text.matchAll(/(?:^|[\s;])(?:import|export)\s[^"';]*?from\s*["']([^"']+)["']|(?:^|[\s;(])import\s*\(?\s*["']([^"']+)["']/g),
  ];
  return found.map((match) => {
    const name = (match[1] ?? match[2] ?? "").replace(/\?.*$/, "");
    if (name.startsWith("#app/") || name.startsWith("#tests/")) return name.slice(1);
    return name.startsWith(".") ? normalize(join(dirname(path), name)) : name;
  });
}

/** Every TypeScript file under `folder` and the shell of the server, tests beside the code left out. */
export function sources(folder = "app"): SourceFile[] {
  return walk(folder)
    .filter((path) => (/\.tsx?$/.test(path) || path === "app/server.mjs") && !/\.test\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}
