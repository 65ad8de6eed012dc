// Makes generated code and the production build, each only when what it is made of has changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const node = process.execPath;

/** @param {string[]} paths files or folders @returns {string} hash over names and contents */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
      return;
    }
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

function unchanged(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

function runTool(label, args, env = {}) {
  const result = spawnSync(node, args, { encoding: "utf8", env: { ...process.env, ...env } });
  if (result.status !== 0) {
    console.error(`${label} failed:\n${result.stdout}${result.stderr}`);
    process.exit(1);
  }
}

function generatePrisma() {
  const stamp = ".generated/prisma.stamp";
  const wanted = fingerprint(["prisma/schema.prisma", "prisma/models", "node_modules/@prisma/client/package.json"]);
  if (unchanged(stamp, wanted) && existsSync(".generated/prisma/client.ts")) return;
  runTool("Generating the database client", ["node_modules/prisma/build/index.js", "generate", "--no-hints"], {
    // Prisma looks for its engine even where none is used; any existing executable satisfies it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? node,
  });
  writeFileSync(stamp, wanted);
}

const textFolders = ["paraglide", "paraglide-browser"];

function generateTexts() {
  const stamp = ".generated/texts.stamp";
  const wanted = fingerprint([
    "app/texts",
    "app/commands/compile-texts.mjs",
    "project.inlang/settings.json",
    "node_modules/@inlang/paraglide-js/package.json",
  ]);
  if (unchanged(stamp, wanted) && textFolders.every((folder) => existsSync(`.generated/${folder}/messages.js`))) return;
  runTool("Compiling the interface texts", ["app/commands/compile-texts.mjs"]);
  writeFileSync(stamp, wanted);
}

function build() {
  const stamp = "build/stamp";
  const wanted = fingerprint([
    "app",
    "public",
    "project.inlang",
    "package-lock.json",
    "vite.config.ts",
    "remix.config.js",
    "tsconfig.json",
    "prisma/schema.prisma",
    "prisma/models",
  ]);
  if (unchanged(stamp, wanted)) return;
  console.log("Building …");
  const next = `build-next-${process.pid}`;
  runTool("The build", ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"], {
    NODE_ENV: "production",
    KRING_BUILD_DIRECTORY: next,
  });
  // Built aside and swapped in, so that an interrupted build never serves half a site.
  runTool("Compressing the assets", ["app/commands/compress-assets.mjs", `${next}/client`]);
  writeFileSync(join(next, "stamp"), wanted);
  rmSync("build", { recursive: true, force: true });
  renameSync(next, "build");
}

/** @param {("generated" | "build")[]} needs */
export function prepare(needs) {
  mkdirSync(".generated", { recursive: true });
  if (needs.includes("generated")) {
    generatePrisma();
    generateTexts();
  }
  if (needs.includes("build")) build();
}
