import { missing } from "../http/errors.ts";
import { newId } from "../ids.ts";
import { completeFree } from "../payments/pay.ts";
import type { Sandbox } from "../sandbox.ts";
import { createCheckoutSession } from "../sessions/create.ts";
import { nowSeconds } from "../store/clock.ts";
import { inTransaction } from "../store/transaction.ts";
import { type StoredEvent, storeEvent } from "../webhooks/emit.ts";

/** The event with this id, or the newest `checkout.session.completed` when none is named. */
export async function findEvent(sandbox: Sandbox, id: string | undefined): Promise<StoredEvent> {
  const found = await sandbox.pool.query<{ body: StoredEvent }>(
    "select body from sandbox_stripe.event where case when $1::text is null then type = 'checkout.session.completed' else id = $1 end order by seq desc limit 1",
    [id ?? null],
  );
  if (!found.rows[0]) throw missing("event", id ?? "(none yet)", "event");
  return found.rows[0].body;
}

/** A true event about another site's session on the same account: the key can read it, but it is none of the shop's business. */
export async function foreignEvent(sandbox: Sandbox): Promise<StoredEvent> {
  const session = await inTransaction(sandbox, (tx) =>
    createCheckoutSession(
      tx,
      { sandbox, ids: [], requestId: newId("req"), idempotencyKey: null },
      {
        mode: "payment",
        success_url: "https://another-site.example/thanks",
        client_reference_id: "other-1",
        metadata: { app: "another-site", env: "production", order: "other-1" },
        line_items: [{ quantity: "1", price_data: { currency: "eur", unit_amount: "0", product_data: { name: "Something else" } } }],
      },
    ),
  );
  const step = await completeFree(sandbox, session.id, { email: "someone@another-site.example", name: null, address: null });
  if (step.step !== "done") throw new Error("the foreign session did not complete");
  return findEvent(sandbox, step.completedEvent);
}

/** A copy of an event under a new id that claims to be live. Never checked for honesty: the lie is the point. */
export async function liveEvent(sandbox: Sandbox, event: StoredEvent): Promise<StoredEvent> {
  return storeCopy(sandbox, { ...event, livemode: true, data: { object: { ...(event.data.object as object), livemode: true } } });
}

/** A copy under a new id in the shape of an endpoint that was never upgraded: old version, old fields, none of the new ones. */
export async function oldShapedEvent(sandbox: Sandbox, event: StoredEvent): Promise<StoredEvent> {
  const { id, object, payment_intent, customer, amount_total, currency, metadata, mode, payment_status, client_reference_id } = event.data
    .object as Record<string, unknown>;
  const old = {
    id,
    object,
    payment_intent,
    customer,
    amount_total,
    currency,
    metadata,
    mode,
    payment_status,
    client_reference_id,
    livemode: false,
    payment_method_types: ["card"],
    display_items: [],
    submit_type: null,
  };
  return storeCopy(sandbox, { ...event, api_version: "2020-08-27", data: { object: old } });
}

async function storeCopy(sandbox: Sandbox, event: StoredEvent): Promise<StoredEvent> {
  return inTransaction(sandbox, async (tx) => {
    const copy = { ...event, id: newId("evt"), created: await nowSeconds(tx) };
    await storeEvent(tx, copy);
    return copy;
  });
}
