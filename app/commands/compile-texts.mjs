// Compiles the interface texts (app/texts) into typed functions under .generated/paraglide. Run as a process of its own.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "@inlang/paraglide-js";

const outdir = "./.generated/paraglide";
// Compiled aside: a site or a test that runs meanwhile never finds the folder half empty.
const next = `${outdir}-${process.pid}`;

await compile({
  project: "./project.inlang",
  outdir: next,
  emitTsDeclarations: true,
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  // The locale is decided once a request (profile, cookie, Accept-Language) and set around the render; in the browser the page says it.
  strategy: ["globalVariable", "baseLocale"],
});

// Only what changed is moved in. A site with hot reload takes a moved file for a new module, and a new runtime no longer knows the
// locale that the site sets around each request: all pages would be in Dutch until a restart.
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(join(folder).length + 1)] : [],
  );
const made = new Set(filesOf(next));
for (const name of made) {
  const [from, to] = [join(next, name), join(outdir, name)];
  if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
for (const name of filesOf(outdir)) if (!made.has(name)) rmSync(join(outdir, name));
rmSync(next, { recursive: true, force: true });
// The compiler leaves a 30-second timer behind.
process.exit(0);
