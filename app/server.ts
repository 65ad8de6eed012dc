// The thinnest shell: it loads the server build and starts it. Nothing of features or platform is imported here: that would
// be a second copy of every module, with its own pool, jobs and texts.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const build = await import(pathToFileURL(resolve("build/server/index.js")).href);
await build.entry.module.start({ build, clientFolder: resolve("build/client") });
