import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { RenderAnswer, RenderRequest } from "./render-request.ts";

/** The bundle does not hold the thread's file: Node runs it from the repository root, where every command starts. */
const THREAD = "app/features/certificates/render-worker.ts";

interface Waiting {
  resolve(answer: RenderAnswer): void;
  reject(error: Error): void;
}

let thread: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

function openThread(): Worker {
  const worker = new Worker(resolve(THREAD), { execArgv: ["--disable-warning=ExperimentalWarning"] });
  const fail = (error: Error) => {
    if (thread === worker) thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("message", ({ id, answer, error }: { id: number; answer?: RenderAnswer; error?: string }) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (answer) asker?.resolve(answer);
    else asker?.reject(new Error(error));
  });
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`The render thread ended (${code}).`)));
  return worker;
}

/**
 * Sets one certificate in the render thread (started at first use, kept, replaced when it dies).
 * @returns the PDF, or the characters that none of our fonts has
 */
export function render(request: RenderRequest): Promise<RenderAnswer> {
  thread ??= openThread();
  const worker = thread;
  const id = ++lastId;
  return new Promise((resolveAnswer, reject) => {
    waiting.set(id, { resolve: resolveAnswer, reject });
    // An idle thread must not keep the process alive; a busy one must.
    worker.ref();
    worker.postMessage({ id, request });
  });
}
