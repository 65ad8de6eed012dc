import { type ChildProcess, spawn } from "node:child_process";

/** Processes this bench started and has not ended yet. */
const running = new Set<ChildProcess>();

export interface Child {
  process: ChildProcess;
  /** everything printed so far */
  printed(): string;
}

/** Starts Node on a script, in a process group of its own; it ends by itself when the bench is gone. */
export function startChild(args: string[], env: NodeJS.ProcessEnv): Child {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  return { process: child, printed: () => printed.join("") };
}

/** Ends a child and everything it started, and waits for the end. */
export async function endChild({ process: child }: Child): Promise<void> {
  await end(child);
}

/** Ends all that still runs. */
export async function endChildren(): Promise<void> {
  await Promise.all([...running].map(end));
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (child.exitCode !== null || child.signalCode !== null || !pid) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-pid, "SIGTERM");
  const late = setTimeout(() => process.kill(-pid, "SIGKILL"), 30_000);
  await ended;
  clearTimeout(late);
}
