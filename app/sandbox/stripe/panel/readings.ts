import type Stripe from "stripe";
import type { Sandbox } from "../sandbox.ts";

/** One planned or past delivery, as the panel shows it. */
export interface DeliveryRow {
  id: string;
  event: string;
  type: string;
  state: "due" | "delivered" | "failed" | "dropped";
  extra: boolean;
  attempts: number;
  due_at: number;
  last_status: number | null;
  last_error: string | null;
}

/** Deliveries, newest first, of one event or of all. `due_at` is in milliseconds on the sandbox's clock. */
export async function listDeliveries(sandbox: Sandbox, event: string | null): Promise<DeliveryRow[]> {
  const found = await sandbox.pool.query<DeliveryRow & { due_at: string }>(
    `select d.id, d.event_id as event, e.type, d.state, d.extra, d.attempts, d.due_at, d.last_status, d.last_error
     from sandbox_stripe.delivery d join sandbox_stripe.event e on e.id = d.event_id
     where $1::text is null or d.event_id = $1 order by d.id desc limit 200`,
    [event],
  );
  return found.rows.map((row) => ({ ...row, due_at: Number(row.due_at) }));
}

/** The newest sessions, for the panel. */
export async function newestSessions(sandbox: Sandbox): Promise<Stripe.Checkout.Session[]> {
  const found = await sandbox.pool.query<{ body: Stripe.Checkout.Session }>(
    "select body from sandbox_stripe.document where kind = 'checkout.session' order by seq desc limit 15",
  );
  return found.rows.map((row) => row.body);
}
