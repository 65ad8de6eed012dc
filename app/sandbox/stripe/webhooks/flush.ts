import type { Sandbox } from "../sandbox.ts";
import { nowMs } from "../store/clock.ts";
import { runTimers } from "../worker.ts";
import { attempt, claimDue } from "./deliver.ts";

const AT_ONCE = 4;

/** Runs every timer and makes every delivery that is due now, those claimed by the worker included, before it returns. */
export async function flush(sandbox: Sandbox): Promise<{ attempted: number; delivered: number }> {
  const total = { attempted: 0, delivered: 0 };
  for (;;) {
    await runTimers(sandbox);
    const claimed = await claimDue(sandbox, AT_ONCE);
    const results = await Promise.all(claimed.map((one) => attempt(sandbox, one)));
    total.attempted += results.length;
    total.delivered += results.filter((result) => result.ok).length;
    if (claimed.length > 0) continue;
    // What the worker holds is still visible here until it is done.
    const left = await sandbox.pool.query(
      `select 1 from sandbox_stripe.delivery where state = 'due' and due_at <= $1
       union all select 1 from sandbox_stripe.timer where due_at <= $1 limit 1`,
      [await nowMs(sandbox.pool)],
    );
    if (left.rows.length === 0) return total;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
