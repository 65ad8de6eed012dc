import type { Db } from "../store/transaction.ts";
import type { StoredEvent } from "./emit.ts";

/** The event with the number of endpoints that have not taken it yet. Copies made by a fault do not count. */
export async function withPending(db: Db, event: StoredEvent): Promise<StoredEvent> {
  const found = await db.query<{ pending: number }>(
    "select count(*)::int as pending from sandbox_stripe.delivery where event_id = $1 and state <> 'delivered' and not extra",
    [event.id],
  );
  return { ...event, pending_webhooks: found.rows[0]?.pending ?? 0 };
}
