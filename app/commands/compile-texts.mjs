// Compiles the interface texts (app/texts) into typed functions under .generated/paraglide. Run as a process of its own.
import { renameSync, rmSync } from "node:fs";
import { compile } from "@inlang/paraglide-js";

const outdir = "./.generated/paraglide";
// Compiled aside and swapped in: a site or a test that runs meanwhile never finds the folder half empty.
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
rmSync(outdir, { recursive: true, force: true });
renameSync(next, outdir);
// The compiler leaves a 30-second timer behind.
process.exit(0);
