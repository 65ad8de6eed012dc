import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem, Report } from "./compile/problems.ts";
import { type Located, readYaml } from "./compile/yaml-door.ts";
import { type LogoFile, readLogo } from "./logo-file.ts";
import { type HelpLines, helpLinesSchema, type ProviderFile, providerFileSchema } from "./provider-file.ts";

export interface SiteFiles {
  provider: ProviderFile | null;
  helpLines: HelpLines | null;
  /** null where provider.yaml names none; absent where nothing can be said of it */
  logo?: LogoFile | null;
  problems: Problem[];
}

/** What stands beside the courses: who sells, and the help lines. A file that is absent or wrong is null; wrong ones are reported. */
export async function readSiteFiles(folder: string): Promise<SiteFiles> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const read = async <T>(name: string, schema: Parameters<typeof readYaml<T>>[2]): Promise<Located<T> | null> => {
    const path = join(folder, name);
    if (!existsSync(path)) return null;
    return readYaml(name, await readFile(path, "utf8"), schema, report);
  };
  const provider = await read("provider.yaml", providerFileSchema);
  return {
    provider: provider?.value ?? null,
    helpLines: (await read("help-lines.yaml", helpLinesSchema))?.value ?? null,
    ...(provider ? await logoOf(folder, provider, report) : {}),
    problems,
  };
}

async function logoOf(folder: string, { file, value, line }: Located<ProviderFile>, report: Report): Promise<{ logo?: LogoFile | null }> {
  if (value.logo === undefined) return { logo: null };
  const path = join(folder, value.logo);
  const logo = readLogo(value.logo, existsSync(path) ? await readFile(path) : null);
  if ("bytes" in logo) return { logo };
  report({ file, line: line(["logo"]), ...logo });
  return {};
}
