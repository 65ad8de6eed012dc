import { spawnSync } from "node:child_process";

const steps: { name: string; args: string[] }[] = [
  { name: "Types", args: ["node_modules/typescript/bin/tsc", "-p", "."] },
  { name: "Lint and format", args: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"] },
  { name: "Architecture", args: ["node_modules/vitest/vitest.mjs", "run", "--project", "pure", "tests/architecture"] },
  { name: "Texts", args: ["--disable-warning=ExperimentalWarning", "app/commands/main.mjs", "texts:check"] },
  { name: "Courses", args: ["--disable-warning=ExperimentalWarning", "app/commands/main.mjs", "courses:check"] },
];

/** `npm run check`: what a change must pass besides the tests. Runs every step, then fails if one did. */
export async function run(): Promise<void> {
  const failed: string[] = [];
  for (const step of steps) {
    console.log(`\n— ${step.name}`);
    const { status } = spawnSync(process.execPath, step.args, { stdio: "inherit" });
    if (status !== 0) failed.push(step.name);
  }
  console.log(failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${failed.join(", ")}.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
