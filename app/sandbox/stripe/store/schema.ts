import type { Pool } from "pg";

// Any constant will do; it only has to be the same in every process that migrates this schema.
const LOCK = 7_730_231;

const STEPS: readonly string[] = [
  `create table sandbox_stripe.setting (name text primary key, value jsonb not null);
   create table sandbox_stripe.document (
     seq bigserial, id text primary key, kind text not null, created bigint not null,
     body jsonb not null, inner_state jsonb not null default '{}');
   create index on sandbox_stripe.document (kind, seq desc);
   create index on sandbox_stripe.document ((body->>'payment_intent'));
   create index on sandbox_stripe.document ((body->>'charge'));
   create index on sandbox_stripe.document ((body->>'customer'));
   create table sandbox_stripe.event (
     seq bigserial, id text primary key, type text not null, created bigint not null, body jsonb not null);
   create index on sandbox_stripe.event (seq desc);
   create table sandbox_stripe.endpoint (
     id text primary key, url text not null unique, secret text not null, api_version text not null,
     enabled_events jsonb not null, status text not null, created bigint not null);
   create table sandbox_stripe.delivery (
     id bigserial primary key, event_id text not null references sandbox_stripe.event on delete cascade,
     endpoint_id text not null, state text not null, extra boolean not null default false,
     attempts int not null default 0, first_due bigint not null, due_at bigint not null,
     claimed_until timestamptz, last_status int, last_error text);
   create index on sandbox_stripe.delivery (due_at) where state = 'due';
   create index on sandbox_stripe.delivery (event_id);
   create table sandbox_stripe.timer (
     id bigserial primary key, due_at bigint not null, task text not null, target text not null);
   create index on sandbox_stripe.timer (due_at);
   create table sandbox_stripe.idempotency (
     key text primary key, fingerprint text not null, status int not null, body jsonb not null, created_at bigint not null);
   create table sandbox_stripe.record (
     id bigserial primary key, at timestamptz not null default now(), kind text not null, data jsonb not null);
   create index on sandbox_stripe.record (kind, id desc);`,
];

/** Creates or updates the schema `sandbox_stripe`; safe to run from several processes at once and any number of times. */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await client.query("create schema if not exists sandbox_stripe");
    await client.query("create table if not exists sandbox_stripe.step (number int primary key)");
    const done = await client.query<{ last: number | null }>("select max(number) as last from sandbox_stripe.step");
    for (let step = done.rows[0]?.last ?? 0; step < STEPS.length; step++) {
      await client.query(STEPS[step] ?? "");
      await client.query("insert into sandbox_stripe.step values ($1)", [step + 1]);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const TABLES = ["delivery", "event", "document", "timer", "idempotency", "record", "setting"].map((name) => `sandbox_stripe.${name}`);
const TRIES = 50;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Forgets everything except the endpoint and the schema itself. Taking every table at once can meet a worker that holds
 * them in another order, so it asks briefly and asks again.
 */
export async function clearAll(pool: Pool): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    try {
      await client.query("begin; set local lock_timeout = '100ms'");
      await client.query(`lock table ${TABLES.join(", ")} in access exclusive mode`);
      // Faster than truncate while there is little to forget: no files are made anew.
      for (const table of TABLES) await client.query(`delete from ${table}`);
      await client.query("commit");
      return;
    } catch (error) {
      await client.query("rollback");
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === TRIES) throw error;
    } finally {
      client.release();
    }
  }
}
