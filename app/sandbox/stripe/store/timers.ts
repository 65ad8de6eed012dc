import type { Db, Tx } from "./transaction.ts";

/** Things that happen by themselves when the sandbox's clock reaches a moment. */
export type TimerTask = "expire-session" | "settle-succeed" | "settle-fail" | "refund-succeed" | "refund-fail" | "dispute";

/** Plans one task; it runs at or after `dueMs` on the sandbox's clock, also after a restart. */
export async function planTimer(tx: Tx, task: TimerTask, target: string, dueMs: number): Promise<void> {
  await tx.query("insert into sandbox_stripe.timer (due_at, task, target) values ($1, $2, $3)", [dueMs, task, target]);
}

/** Whether anything is due; cheaper than trying to take it. */
export async function isTimerDue(db: Db, nowMs: number): Promise<boolean> {
  return (await db.query("select 1 from sandbox_stripe.timer where due_at <= $1 limit 1", [nowMs])).rows.length > 0;
}

/** Takes one due task out of the plan inside the transaction that will carry it out, or null when none is due. */
export async function takeTimer(tx: Tx, nowMs: number): Promise<{ task: TimerTask; target: string } | null> {
  const taken = await tx.query<{ task: TimerTask; target: string }>(
    `delete from sandbox_stripe.timer where id = (
       select id from sandbox_stripe.timer where due_at <= $1 order by due_at, id limit 1 for update skip locked)
     returning task, target`,
    [nowMs],
  );
  return taken.rows[0] ?? null;
}

/** Forgets what was planned for an object, because somebody decided by hand. */
export async function dropTimers(tx: Tx, target: string): Promise<void> {
  await tx.query("delete from sandbox_stripe.timer where target = $1", [target]);
}
