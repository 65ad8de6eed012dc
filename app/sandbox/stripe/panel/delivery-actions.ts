import { z } from "zod";
import { changeFaults, readFaults } from "../faults/state.ts";
import { refused } from "../http/errors.ts";
import type { Sandbox } from "../sandbox.ts";
import { forwardClock, nowSeconds, offsetMs } from "../store/clock.ts";
import { clearAll } from "../store/schema.ts";
import { inTransaction } from "../store/transaction.ts";
import type { StoredEvent } from "../webhooks/emit.ts";
import { registerEndpoint } from "../webhooks/endpoint.ts";
import { flush } from "../webhooks/flush.ts";
import { type Attempted, send } from "../webhooks/send.ts";
import { withPending } from "../webhooks/show.ts";
import { type Action, action, whole, yes } from "./action.ts";
import { findEvent, foreignEvent, liveEvent, oldShapedEvent } from "./strange-events.ts";

const times = whole.min(1).max(100).default(1);

/** Sends an event to the endpoint outside the delivery table: at once, as often as asked, freshly signed each time. */
async function sendNow(sandbox: Sandbox, event: StoredEvent, how: { times: number; parallel: boolean; skewSeconds: number }) {
  const found = await sandbox.pool.query<{ url: string; secret: string }>("select url, secret from sandbox_stripe.endpoint limit 1");
  const endpoint = found.rows[0];
  if (!endpoint) throw refused("There is no endpoint.");
  const body = JSON.stringify(await withPending(sandbox.pool, event), null, 2);
  const once = () => send(endpoint, body, sandbox.options.deliveryTimeoutMs, how.skewSeconds);
  const results: Attempted[] = [];
  if (how.parallel) results.push(...(await Promise.all(Array.from({ length: how.times }, once))));
  else for (let turn = 0; turn < how.times; turn++) results.push(await once());
  return { event: event.id, results };
}

async function clockNow(sandbox: Sandbox) {
  return { now: await nowSeconds(sandbox.pool), offsetSeconds: (await offsetMs(sandbox.pool)) / 1000 };
}

/** Everything about faults, time and the way events travel. */
export const deliveryActions: Action[] = [
  action("faults", z.record(z.string(), z.unknown()), (sandbox, given) => inTransaction(sandbox, (tx) => changeFaults(tx, given))),
  action("clock", z.strictObject({ forwardSeconds: whole.min(0).max(400 * 86_400) }), async (sandbox, given) => {
    await inTransaction(sandbox, (tx) => forwardClock(tx, given.forwardSeconds));
    return clockNow(sandbox);
  }),
  action("deliver", z.strictObject({}), flush),
  action(
    "redeliver",
    z.strictObject({ event: z.string().optional(), times, parallel: yes.default(false), skewSeconds: whole.default(0) }),
    async (sandbox, given) => sendNow(sandbox, await findEvent(sandbox, given.event), given),
  ),
  action(
    "send",
    z.strictObject({
      kind: z.enum(["foreign", "livemode", "old-version"]),
      event: z.string().optional(),
      times,
      parallel: yes.default(false),
      skewSeconds: whole.default(0),
    }),
    async (sandbox, given) => {
      if (given.kind === "foreign") return sendNow(sandbox, await foreignEvent(sandbox), given);
      const event = await findEvent(sandbox, given.event);
      return sendNow(sandbox, given.kind === "livemode" ? await liveEvent(sandbox, event) : await oldShapedEvent(sandbox, event), given);
    },
  ),
  action("reset", z.strictObject({}), async (sandbox) => {
    await clearAll(sandbox.pool);
    // What was already under way must not arrive after the reset.
    await sandbox.idle();
    await sandbox.pool.query("update sandbox_stripe.endpoint set status = 'enabled'");
    await registerEndpoint(sandbox);
    return { faults: await readFaults(sandbox.pool), ...(await clockNow(sandbox)) };
  }),
];
