import type Stripe from "stripe";
import type { SessionInner } from "../sessions/inner.ts";
import type { Db, Tx } from "./transaction.ts";

/** The resources that are stored as they are shown, with references as plain ids. */
export interface Kinds {
  "checkout.session": Stripe.Checkout.Session;
  customer: Stripe.Customer;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
}
export type Kind = keyof Kinds;

/** What is kept beside a document but never shown in it. */
export interface Inner {
  "checkout.session": SessionInner;
  refund: { failLater?: boolean };
}

type InnerOf<K extends Kind> = K extends keyof Inner ? Inner[K] : Record<string, never>;

/** Stores a new document. */
export async function insertDocument<K extends Kind>(tx: Tx, kind: K, body: Kinds[K], inner?: InnerOf<K>): Promise<void> {
  const created = body.created;
  await tx.query("insert into sandbox_stripe.document (id, kind, created, body, inner_state) values ($1, $2, $3, $4, $5)", [
    body.id,
    kind,
    created,
    JSON.stringify(body),
    JSON.stringify(inner ?? {}),
  ]);
}

/** Reads a document, or null when there is none of that kind. */
export async function findDocument<K extends Kind>(db: Db, kind: K, id: string): Promise<Kinds[K] | null> {
  const found = await db.query<{ body: Kinds[K] }>("select body from sandbox_stripe.document where id = $1 and kind = $2", [id, kind]);
  return found.rows[0]?.body ?? null;
}

/** Reads what is kept beside a document, without locking. */
export async function findInner<K extends keyof Inner>(db: Db, kind: K, id: string): Promise<Inner[K] | null> {
  const found = await db.query<{ inner_state: Inner[K] }>("select inner_state from sandbox_stripe.document where id = $1 and kind = $2", [
    id,
    kind,
  ]);
  return found.rows[0]?.inner_state ?? null;
}

/** Reads a document with what is kept beside it, and locks it until the transaction ends. */
export async function lockDocument<K extends Kind>(tx: Tx, kind: K, id: string): Promise<{ body: Kinds[K]; inner: InnerOf<K> } | null> {
  const found = await tx.query<{ body: Kinds[K]; inner_state: InnerOf<K> }>(
    "select body, inner_state from sandbox_stripe.document where id = $1 and kind = $2 for update",
    [id, kind],
  );
  const row = found.rows[0];
  return row ? { body: row.body, inner: row.inner_state } : null;
}

/** Overwrites a document; `inner` is left alone when absent. */
export async function saveDocument<K extends Kind>(tx: Tx, body: Kinds[K], inner?: InnerOf<K>): Promise<void> {
  await tx.query("update sandbox_stripe.document set body = $2, inner_state = coalesce($3, inner_state) where id = $1", [
    body.id,
    JSON.stringify(body),
    inner ? JSON.stringify(inner) : null,
  ]);
}

/** Every document of a kind whose field has this value, newest first. */
export async function findBy<K extends Kind>(db: Db, kind: K, field: string, value: string): Promise<Kinds[K][]> {
  const found = await db.query<{ body: Kinds[K] }>(
    "select body from sandbox_stripe.document where kind = $1 and body->>$2 = $3 order by seq desc",
    [kind, field, value],
  );
  return found.rows.map((row) => row.body);
}
