// Compiles the interface texts (app/texts) into typed functions under .generated. Run as a process of its own.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "@inlang/paraglide-js";

// Twice the same functions: package.json's imports give the browser's build the second. A server, a command or a test has all
// texts of a language in one file, where seventeen hundred files take it a third of a second.
await compileInto("./.generated/paraglide", { outputStructure: "locale-modules", emitTsDeclarations: true });
// One file a text, so that every page's script carries its own texts alone.
await compileInto("./.generated/paraglide-browser", { outputStructure: "message-modules", emitTsDeclarations: false });
// The compiler leaves a 30-second timer behind.
process.exit(0);

async function compileInto(outdir, shape) {
  // Compiled aside: a site or a test that runs meanwhile never finds the folder half empty.
  const next = `${outdir}-${process.pid}`;
  await compile({
    project: "./project.inlang",
    outdir: next,
    emitGitIgnore: false,
    emitPrettierIgnore: false,
    // The locale is decided once a request (profile, cookie, Accept-Language) and set around the render; in the browser the page says it.
    strategy: ["globalVariable", "baseLocale"],
    ...shape,
  });
  moveChanged(next, outdir);
}

/**
 * Only what changed is moved in. A site with hot reload takes a moved file for a new module, and a new runtime no longer knows the
 * locale that the site sets around each request: all pages would be in Dutch until a restart.
 */
function moveChanged(next, outdir) {
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
}
