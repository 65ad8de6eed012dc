import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "./compile/problems.ts";
import { readYaml } from "./compile/yaml-door.ts";
import { type HelpLines, helpLinesSchema, type ProviderFile, providerFileSchema } from "./provider-file.ts";

export interface SiteFiles {
  provider: ProviderFile | null;
  helpLines: HelpLines | null;
  problems: Problem[];
}

/** What stands beside the courses: who sells, and the help lines. A file that is absent or wrong is null; wrong ones are reported. */
export async function readSiteFiles(folder: string): Promise<SiteFiles> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const read = async <T>(name: string, schema: Parameters<typeof readYaml<T>>[2]): Promise<T | null> => {
    const path = join(folder, name);
    if (!existsSync(path)) return null;
    return readYaml(name, await readFile(path, "utf8"), schema, report)?.value ?? null;
  };
  return { provider: await read("provider.yaml", providerFileSchema), helpLines: await read("help-lines.yaml", helpLinesSchema), problems };
}
