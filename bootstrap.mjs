// The only file that must run on whatever Node (>= 20.19) the machine has. It installs what is missing, then hands over to
// the Node 24 that came with the packages. Plain JavaScript, no dependencies.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Kring needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
  process.exit(1);
}

/** True when node_modules holds exactly what package-lock.json asks for. npm writes the hidden lockfile last, so an interrupted install shows. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const present = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === "" || entry.optional || entry.devOptional || present[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

/** Runs a program to its end. Ctrl-C reaches the whole process group by itself; a signal sent to this process alone is passed on. */
function runToEnd(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, options);
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const done = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.on("error", () => done(1));
    child.on("exit", (code, signal) => done(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)));
  });
}

async function install() {
  const fresh = !existsSync("node_modules");
  console.log(fresh ? "First run: installing packages (a minute or two) …" : "Packages changed: installing …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // Not `npm ci`: npm 11 writes lockfiles without other platforms' optional packages and then refuses them itself. `install` keeps to the lock.
  const code = await runToEnd(npm, ["install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: ["ignore", "inherit", "inherit"],
    // Prisma's own engine download is never needed: migrations run through WebAssembly.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...process.env },
  });
  if (isInstalled()) return;
  console.error(
    code === 0
      ? "The installation was interrupted."
      : "Installing the packages failed; what npm said is above. Is the npm registry reachable?",
  );
  process.exit(code || 1);
}

if (!isInstalled()) await install();

const node24 = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const runtime = existsSync(node24) ? node24 : process.execPath;
const code = await runToEnd(runtime, ["--disable-warning=ExperimentalWarning", "app/commands/main.mjs", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...process.env },
});
process.exit(code);
