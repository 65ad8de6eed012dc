// Compiles the interface texts (app/texts) into typed functions under .generated/paraglide. Run as a process of its own.
import { compile } from "@inlang/paraglide-js";

await compile({
  project: "./project.inlang",
  outdir: "./.generated/paraglide",
  emitTsDeclarations: true,
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  // The locale is decided once a request (profile, cookie, Accept-Language) and set around the render; in the browser the page says it.
  strategy: ["globalVariable", "baseLocale"],
});
// The compiler leaves a 30-second timer behind.
process.exit(0);
