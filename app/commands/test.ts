import { spawn } from "node:child_process";

/** `npm test`: everything, with the runner's own summary at the end. Further arguments go to Vitest. */
export async function run(args: string[]): Promise<void> {
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...args], { stdio: "inherit" });
  process.exitCode = await new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
