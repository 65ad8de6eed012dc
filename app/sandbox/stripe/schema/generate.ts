import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { findStripe, readDeclarations } from "./program.ts";
import { EVENT_TYPES, OBJECT_ROOTS, PARAM_ROOTS, type Root } from "./roots.ts";
import { type Schema, Walker } from "./walk.ts";

/** Every schema the validators need, in one bundle with shared definitions. */
export interface Bundle {
  definitions: Record<string, Schema>;
  objects: Record<string, Schema>;
  params: Record<string, Schema>;
  events: Record<string, Schema>;
}

/** The schemas of the installed `stripe` package: from the cache, or generated (two seconds) and cached. Nothing is committed. */
export function loadBundle(): Bundle {
  const { folder, version } = findStripe();
  const cache = join(folder, "..", ".cache", "stripe-sandbox-schema", `${version}-${generatorHash()}.json`);
  try {
    return JSON.parse(readFileSync(cache, "utf8")) as Bundle;
  } catch {
    const bundle = generate(folder);
    mkdirSync(join(cache, ".."), { recursive: true });
    // Several test workers may get here at once: each writes its own file and the last rename wins.
    writeFileSync(`${cache}.${process.pid}`, JSON.stringify(bundle));
    renameSync(`${cache}.${process.pid}`, cache);
    return bundle;
  }
}

function generatorHash(): string {
  const hash = createHash("sha256");
  for (const name of ["generate.ts", "program.ts", "roots.ts", "walk.ts"]) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.update(ts.version).digest("hex").slice(0, 12);
}

function generate(folder: string): Bundle {
  const { checker, file } = readDeclarations(folder);
  const walker = new Walker(checker);
  const find = ([fileName, name]: Root): ts.Type => {
    const module = checker.getSymbolAtLocation(file(fileName));
    const symbol = name
      .split(".")
      .reduce<ts.Symbol | undefined>((at, part) => at && checker.getExportsOfModule(at).find((one) => one.name === part), module);
    if (!symbol) throw new Error(`The stripe package has no type ${name} in ${fileName}.d.ts`);
    return checker.getDeclaredTypeOfSymbol(symbol);
  };
  const all = (roots: Record<string, Root>) =>
    Object.fromEntries(Object.entries(roots).map(([key, root]) => [key, walker.root(find(root))]));
  return {
    objects: all(OBJECT_ROOTS),
    params: all(PARAM_ROOTS),
    events: events(checker, walker, file("Events")),
    definitions: walker.definitions,
  };
}

function events(checker: ts.TypeChecker, walker: Walker, file: ts.SourceFile): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const module = checker.getSymbolAtLocation(file);
  for (const symbol of module ? checker.getExportsOfModule(module) : []) {
    if (!(symbol.flags & ts.SymbolFlags.Interface)) continue;
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    const kind = type.getProperty("type");
    const literal = kind && checker.getTypeOfSymbol(kind);
    if (literal?.isStringLiteral() && EVENT_TYPES.test(literal.value)) found[literal.value] = walker.root(type);
  }
  return found;
}
