import { openDispute } from "./disputes/lifecycle.ts";
import { readFaults } from "./faults/state.ts";
import { ApiError } from "./http/errors.ts";
import { settleDebit } from "./payments/settle.ts";
import { settleRefund } from "./refunds/settle.ts";
import type { Sandbox } from "./sandbox.ts";
import { expireSession } from "./sessions/expire.ts";
import { nowMs } from "./store/clock.ts";
import { record } from "./store/records.ts";
import { isTimerDue, type TimerTask, takeTimer } from "./store/timers.ts";
import { inTransaction, type Tx } from "./store/transaction.ts";
import { attempt, claimDue } from "./webhooks/deliver.ts";
import { BY_ITSELF } from "./webhooks/emit.ts";

const AT_ONCE = 6;
// Every commit wakes the worker; this is only for what becomes due by the passing of time.
const POLL_MS = 1000;

const TASKS: Record<TimerTask, (tx: Tx, sandbox: Sandbox, target: string) => Promise<unknown>> = {
  "expire-session": (tx, sandbox, id) => expireSession(tx, sandbox, id, BY_ITSELF),
  "settle-succeed": (tx, sandbox, id) => settleDebit(tx, sandbox, id, "succeed"),
  "settle-fail": (tx, sandbox, id) => settleDebit(tx, sandbox, id, "fail"),
  "refund-succeed": (tx, sandbox, id) => settleRefund(tx, sandbox, id, "succeed"),
  "refund-fail": (tx, sandbox, id) => settleRefund(tx, sandbox, id, "fail"),
  dispute: (tx, sandbox, id) => openDispute(tx, sandbox, id, "fraudulent", BY_ITSELF),
};

/** Carries out everything the clock has made due. */
export async function runTimers(sandbox: Sandbox): Promise<void> {
  while (await isTimerDue(sandbox.pool, await nowMs(sandbox.pool))) {
    const ran = await inTransaction(sandbox, (tx) => runOne(tx, sandbox));
    // Due but not ours: another worker holds it.
    if (!ran) return;
  }
}

async function runOne(tx: Tx, sandbox: Sandbox): Promise<boolean> {
  const timer = await takeTimer(tx, await nowMs(tx));
  if (!timer) return false;
  await tx.query("savepoint task");
  try {
    await TASKS[timer.task](tx, sandbox, timer.target);
  } catch (error) {
    await tx.query("rollback to savepoint task");
    // A refusal means that the moment has passed by itself: a paid session does not expire.
    if (!(error instanceof ApiError) || error.status >= 500)
      await record(tx, "warning", { message: `timer ${timer.task} ${timer.target}: ${String(error)}` });
  }
  return true;
}

/** Starts the loop that lets time pass. Returns how to wake it and how to stop it; stopping waits for what is under way. */
export function startWorker(sandbox: Sandbox): { wake: () => void; idle: () => Promise<unknown>; stop: () => Promise<void> } {
  let stopping = false;
  let rung = false;
  let ring: () => void = () => undefined;
  const running = new Set<Promise<unknown>>();
  const wake = () => {
    rung = true;
    ring();
  };
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, rung ? 0 : POLL_MS);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const complain = (error: unknown) => sandbox.options.log(`stripe sandbox: worker: ${String(error)}`);
  // A slow shop holds up one place in the row, never the row.
  const dispatch = async () => {
    if (running.size >= AT_ONCE || !(await readFaults(sandbox.pool)).automatic) return;
    for (const claimed of await claimDue(sandbox, AT_ONCE - running.size)) {
      const one = attempt(sandbox, claimed)
        .catch(complain)
        .finally(() => {
          running.delete(one);
          wake();
        });
      running.add(one);
    }
  };
  const loop = (async () => {
    while (!stopping) {
      rung = false;
      await runTimers(sandbox).then(dispatch).catch(complain);
      if (!stopping) await pause();
    }
    await Promise.all(running);
  })();
  return {
    wake,
    idle: () => Promise.all(running),
    stop: () => {
      stopping = true;
      wake();
      return loop;
    },
  };
}
