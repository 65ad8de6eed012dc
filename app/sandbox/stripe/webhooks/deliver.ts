import { readFaults } from "../faults/state.ts";
import type { Sandbox } from "../sandbox.ts";
import { nowMs } from "../store/clock.ts";
import { nextAttemptAt } from "./backoff.ts";
import type { StoredEvent } from "./emit.ts";
import { type Attempted, send } from "./send.ts";
import { withPending } from "./show.ts";

interface Claimed {
  id: string;
  attempts: number;
  first_due: string;
  body: StoredEvent;
  url: string;
  secret: string;
}

/**
 * Claims deliveries that are due. The claim is a lease: when this process dies, the same deliveries become free again
 * by themselves, so each event arrives at least once.
 */
export async function claimDue(sandbox: Sandbox, limit: number): Promise<Claimed[]> {
  const fault = await readFaults(sandbox.pool);
  const claimed = await sandbox.pool.query<Claimed>(
    `with due as (
       select id from sandbox_stripe.delivery
       where state = 'due' and due_at <= $1 and (claimed_until is null or claimed_until < now())
       order by ${fault.shuffle ? "random()" : "due_at, id"} limit $2 for update skip locked)
     update sandbox_stripe.delivery d set claimed_until = now() + $3 * interval '1 millisecond'
     from due, sandbox_stripe.event e, sandbox_stripe.endpoint w
     where d.id = due.id and e.id = d.event_id and w.id = d.endpoint_id
     returning d.id, d.attempts, d.first_due, e.body, w.url, w.secret`,
    [await nowMs(sandbox.pool), limit, sandbox.options.leaseMs],
  );
  return fault.shuffle ? claimed.rows : claimed.rows.sort((a, b) => Number(a.id) - Number(b.id));
}

/** Makes one attempt and writes down how it ended; a failure plans the next attempt until 72 hours have passed. */
export async function attempt(sandbox: Sandbox, claimed: Claimed): Promise<Attempted> {
  const fault = await readFaults(sandbox.pool);
  const body = JSON.stringify(await withPending(sandbox.pool, claimed.body), null, 2);
  const result: Attempted =
    fault.endpoint === "down"
      ? { ok: false, status: null, error: "endpoint down (fault)", ms: 0 }
      : await send(claimed, body, sandbox.options.deliveryTimeoutMs, fault.skewSeconds);
  const attempts = claimed.attempts + 1;
  const now = await nowMs(sandbox.pool);
  const next = result.ok ? null : nextAttemptAt(attempts, Number(claimed.first_due), now);
  await sandbox.pool.query(
    `update sandbox_stripe.delivery set attempts = $2, last_status = $3, last_error = $4, claimed_until = null,
       state = case when $5 then 'delivered' when state <> 'due' or $6::bigint is null then 'failed' else 'due' end,
       due_at = coalesce($6, due_at) where id = $1`,
    [claimed.id, attempts, result.status, result.error, result.ok, next],
  );
  return result;
}

/** Waits until the first attempt for an event has ended, or the time is up. True when there is nothing left to wait for. */
export async function waitForFirstAttempt(sandbox: Sandbox, eventId: string, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  for (;;) {
    const waiting = await sandbox.pool.query(
      "select 1 from sandbox_stripe.delivery where event_id = $1 and attempts = 0 and state = 'due' and not extra",
      [eventId],
    );
    if (waiting.rows.length === 0) return true;
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
