import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem, Report } from "./compile/problems.ts";
import { type Located, readYaml } from "./compile/yaml-door.ts";
import { faultOfFoundLogo, faultOfLogoName, type LogoFault, type LogoFile, readLogo } from "./logo-file.ts";
import { type HelpLines, helpLinesSchema, type ProviderFile, providerFileSchema } from "./provider-file.ts";
import { isAbsent, unreadable } from "./unreadable.ts";

export interface SiteFiles {
  provider: ProviderFile | null;
  helpLines: HelpLines | null;
  /** null where provider.yaml names none; absent where nothing can be said of it */
  logo?: LogoFile | null;
  problems: Problem[];
}

/**
 * What stands beside the courses: who sells, and the help lines. A file that is absent or wrong is null; one that is wrong or that
 * cannot be read is reported, and never thrown about: a site must start with what it had.
 */
export async function readSiteFiles(folder: string): Promise<SiteFiles> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const read = async <T>(name: string, schema: Parameters<typeof readYaml<T>>[2]): Promise<Located<T> | null> => {
    try {
      return readYaml(name, await readFile(join(folder, name), "utf8"), schema, report);
    } catch (error) {
      if (!isAbsent(error)) report(unreadable(name, error));
      return null;
    }
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
  const logo = await logoAt(folder, value.logo);
  if ("bytes" in logo) return { logo };
  const { message, advice } = logo;
  report({ file, line: line(["logo"]), message, advice });
  return {};
}

/** The name before anything is touched, then what stands there, and only then its bytes. */
async function logoAt(folder: string, name: string): Promise<LogoFile | LogoFault> {
  const fault = faultOfLogoName(name);
  if (fault) return fault;
  const path = join(folder, name);
  try {
    const found = await stat(path);
    return faultOfFoundLogo(name, { isFile: found.isFile(), size: found.size }) ?? readLogo(name, await readFile(path));
  } catch (error) {
    return (isAbsent(error) ? faultOfFoundLogo(name, null) : null) ?? unreadable(name, error);
  }
}
