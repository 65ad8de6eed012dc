import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

/** The folder of the installed `stripe` package and its version. */
export function findStripe(): { folder: string; version: string } {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve("stripe")));
  return { folder, version: readFileSync(join(folder, "VERSION"), "utf8").trim() };
}

/**
 * Reads the package's own declarations, with two aliases changed on the way in: `OtherString` becomes never, which
 * closes the open enums for what WE say, and `Decimal` becomes string, as it travels over the wire.
 */
export function readDeclarations(folder: string): { checker: ts.TypeChecker; file: (name: string) => ts.SourceFile } {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const shared = join(folder, "esm/shared.d.ts");
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => {
    const text = readFile(path);
    return path === shared && text ? replaceAliases(text) : text;
  };
  host.getSourceFile = (path, target) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, target, true);
  };
  const program = ts.createProgram([join(folder, "esm/resources.d.ts")], options, host);
  return {
    checker: program.getTypeChecker(),
    file: (name) => {
      const found = program.getSourceFile(join(folder, "esm/resources", `${name}.d.ts`));
      if (!found) throw new Error(`The stripe package has no ${name}.d.ts`);
      return found;
    },
  };
}

function replaceAliases(text: string): string {
  const closed = text
    .replace(/export type OtherString = [^;]+;/, "export type OtherString = never;")
    .replace(/export \{ Decimal \} from [^;]+;/, "export type Decimal = string;");
  if (!closed.includes("OtherString = never") || !closed.includes("Decimal = string")) {
    throw new Error("shared.d.ts of the stripe package no longer declares OtherString and Decimal as expected");
  }
  return closed;
}
