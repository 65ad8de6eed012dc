import { readFaults, spendDrop } from "../faults/state.ts";
import { newId } from "../ids.ts";
import type { Sandbox } from "../sandbox.ts";
import { honestly } from "../schema/honesty.ts";
import { nowMs } from "../store/clock.ts";
import type { Tx } from "../store/transaction.ts";
import { API_VERSION } from "../version.ts";

/** Why something happened: an API request, or nobody's request (the buyer, the clock, the Dashboard). */
export interface Cause {
  requestId: string | null;
  idempotencyKey: string | null;
  /** False: the event exists and can be listed, but its deliveries are lost. */
  deliver?: boolean;
}

/** Nobody asked for it through the API. */
export const BY_ITSELF: Cause = { requestId: null, idempotencyKey: null };

/** An event as it is stored. `pending_webhooks` is worked out whenever it is shown. */
export interface StoredEvent {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: unknown; previous_attributes?: unknown };
  livemode: boolean;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

/** Writes an event and its deliveries in the transaction of the change itself: neither exists without the other. */
export async function emit(
  tx: Tx,
  sandbox: Sandbox,
  type: string,
  object: unknown,
  cause: Cause,
  previous?: unknown,
): Promise<StoredEvent> {
  const now = await nowMs(tx);
  const event: StoredEvent = {
    id: newId("evt"),
    object: "event",
    api_version: API_VERSION,
    created: Math.floor(now / 1000),
    data: { object, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  };
  await honestly(sandbox, `event ${type}`, (honesty) => honesty.checkEvent(event));
  await storeEvent(tx, event);
  await planDeliveries(tx, event, now, cause.deliver ?? true);
  return event;
}

/** Stores an event as it is, truthful or not. */
export async function storeEvent(tx: Tx, event: StoredEvent): Promise<void> {
  await tx.query("insert into sandbox_stripe.event (id, type, created, body) values ($1, $2, $3, $4)", [
    event.id,
    event.type,
    event.created,
    JSON.stringify(event),
  ]);
}

/** Plans the first attempt at each endpoint that listens, with the faults now in force. */
export async function planDeliveries(tx: Tx, event: StoredEvent, now: number, deliver: boolean): Promise<void> {
  const endpoints = await tx.query<{ id: string }>(
    "select id from sandbox_stripe.endpoint where status = 'enabled' and (enabled_events ? $1 or enabled_events ? '*')",
    [event.type],
  );
  if (endpoints.rows.length === 0) return;
  const fault = await readFaults(tx);
  for (const endpoint of endpoints.rows) {
    const lost = !deliver || (await spendDrop(tx));
    for (let copy = 0; copy <= fault.duplicates; copy++) {
      // Shuffled deliveries wait a moment so that there is something to shuffle with.
      const due = now + fault.delayMs + (fault.shuffle ? 300 : 0);
      await tx.query(
        `insert into sandbox_stripe.delivery (event_id, endpoint_id, state, extra, first_due, due_at)
         values ($1, $2, $3, $4, $5, $5)`,
        [event.id, endpoint.id, lost ? "dropped" : "due", copy > 0, due],
      );
    }
  }
}
