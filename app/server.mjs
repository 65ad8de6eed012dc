// The thinnest shell: it loads the server build and starts it. Nothing of features or platform is imported here: that would
// be a second copy of every module, with its own pool, jobs and texts. Plain JavaScript, because for types to take out Node would
// first load what takes them out, at every start.

import { enableCompileCache, flushCompileCache } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// What V8 compiled at one start is read at the next: a quarter of the way to the first page. It comes and goes with the build;
// where the folder cannot be written, Node quietly does without.
enableCompileCache(resolve("build/compile-cache"));
const build = await import(pathToFileURL(resolve("build/server/index.js")).href);
await build.entry.module.start({ build, clientFolder: resolve("build/client") });
flushCompileCache();
