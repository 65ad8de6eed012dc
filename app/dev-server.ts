// The shell of `npm run dev`: the same start(), with modules loaded and reloaded by Vite.
import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";

const vite = await createServer({ server: { middlewareMode: true } });
const load = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
const build = await load();
await (build.entry.module as unknown as { start(options: object): Promise<unknown> }).start({
  build: load,
  clientFolder: undefined,
  middleware: vite.middlewares,
});
