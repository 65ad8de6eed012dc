import { createHash } from "node:crypto";
import { nowMs } from "../store/clock.ts";
import type { Tx } from "../store/transaction.ts";
import { ApiError } from "./errors.ts";

const KEPT_MS = 24 * 3600 * 1000;

/** An answer as it goes over the wire. */
export interface Answer {
  status: number;
  body: unknown;
}

/** What a key is tied to: the same key with anything else is a mistake of the caller. */
export function fingerprint(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex");
}

/**
 * Takes the key for this transaction. Returns the stored answer when there is one. Refuses with 409 while another
 * request holds the key: the lock lives and dies with its transaction, so a crash leaves nothing behind.
 */
export async function takeKey(tx: Tx, key: string, print: string): Promise<Answer | null> {
  const lock = await tx.query<{ taken: boolean }>("select pg_try_advisory_xact_lock(hashtextextended('stripe-key ' || $1, 0)) as taken", [
    key,
  ]);
  if (!lock.rows[0]?.taken) {
    throw new ApiError(409, {
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message: `There is currently another in-progress request using this idempotent key: ${key}. Please try again later.`,
    });
  }
  await tx.query("delete from sandbox_stripe.idempotency where key = $1 and created_at < $2", [key, (await nowMs(tx)) - KEPT_MS]);
  const found = await tx.query<{ fingerprint: string; status: number; body: unknown }>(
    "select fingerprint, status, body from sandbox_stripe.idempotency where key = $1",
    [key],
  );
  const kept = found.rows[0];
  if (!kept) return null;
  if (kept.fingerprint !== print) {
    throw new ApiError(400, {
      type: "idempotency_error",
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }
  return { status: kept.status, body: kept.body };
}

/** Stores the answer under its key, in the transaction that did the work: both happen or neither does. */
export async function keepAnswer(tx: Tx, key: string, print: string, answer: Answer): Promise<void> {
  await tx.query("insert into sandbox_stripe.idempotency values ($1, $2, $3, $4, $5)", [
    key,
    print,
    answer.status,
    JSON.stringify(answer.body),
    await nowMs(tx),
  ]);
}
