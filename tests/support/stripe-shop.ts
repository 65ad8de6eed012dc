import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { processEvent } from "#app/features/payments/events.server.ts";
import type { RequestContext } from "#app/http/context.server.ts";
import { db, pool } from "#app/platform/db.server.ts";
import { action as hook } from "#app/routes/hooks/stripe.ts";
import { type RunningSandbox, startSandbox } from "#app/sandbox/stripe/server.ts";
import { createTestDatabase } from "./database.ts";

/** A shop with a real payment sandbox behind the unmodified SDK, and a real HTTP address for its messages. */

export const KEY = "sk_test_sandbox_shop";
export const SECRET = "whsec_shop_tests";
export const SHOP_ORIGIN = "http://localhost:3987";

let sandbox: RunningSandbox;
let server: Server;
let database: { url: string; drop(): Promise<void> };
let ahead = 0;

/** How each message of Stripe was answered. */
export const answers: { status: number; ms: number }[] = [];

/** The shop's clock: real time, and as far ahead as `forward` moved it. */
export const now = () => new Date(Date.now() + ahead);

/** Starts sandbox and shop for one test file; every story begins with an empty till. */
export function openShop(): void {
  beforeAll(async () => {
    server = createServer((request, response) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const answer = await postHook(Buffer.concat(chunks), String(request.headers["stripe-signature"]));
        response.writeHead(answer.status).end();
      })();
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/stripe`;
    database = await createTestDatabase();
    sandbox = await startSandbox({
      databaseUrl: database.url,
      apiKey: KEY,
      webhookUrl,
      webhookSecret: SECRET,
      validate: true,
      log: () => {},
    });
    Object.assign(process.env, {
      APP_ORIGIN: SHOP_ORIGIN,
      SANDBOX_ORIGIN: sandbox.origin,
      KRING_SANDBOX_API_KEY: KEY,
      KRING_SANDBOX_WEBHOOK_SECRET: SECRET,
      PAYMENTS_SEPA: "1",
      PAYMENTS: "sandbox",
    });
  });
  beforeEach(async () => {
    ahead = 0;
    answers.length = 0;
    await panel("reset", {});
    await panel("faults", { automatic: false });
    await pool().query(
      `truncate "order", order_line, payment_attempt, payment, stripe_customer, stripe_event, reconciliation, enrolment, ground, outbox_mail, rate_limit cascade`,
    );
    await pool().query("delete from graphile_worker._private_jobs");
  });
  afterEach(async () => {
    await repairAll();
    expect(await look("violations"), "the sandbox itself lied").toEqual([]);
  });
  afterAll(async () => {
    await sandbox?.close();
    server?.close();
    server?.closeAllConnections();
    await database?.drop();
  });
}

/** Posts a message to the hook's own route, as Stripe would. */
export async function postHook(body: string | Buffer, signature: string | null, at = new Date()): Promise<Response> {
  const began = performance.now();
  const headers = new Headers(signature === null ? {} : { "stripe-signature": signature });
  const request = new Request(`${SHOP_ORIGIN}/hooks/stripe`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  const response = await hook({ request, params: {}, context: contextOf(null, at) });
  answers.push({ status: response.status, ms: performance.now() - began });
  return response;
}

/** What a loader or action is given. */
export function contextOf(viewer: RequestContext["viewer"], at = now(), locale: "nl" | "en" = "nl"): RequestContext {
  return { nonce: "n", locale, viewer, sessionPublicId: null, renewedCookie: null, local: true, clientAddress: "127.0.0.1", now: at };
}

/** Does something in the sandbox's panel: what buyers, banks and the Dashboard do. */
export async function panel<T = Record<string, unknown>>(name: string, body: object): Promise<T> {
  const response = await fetch(`${sandbox.origin}/_sandbox/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { error?: { message: string } };
  if (answer.error) throw new Error(answer.error.message);
  return answer as T;
}

export async function look<T = Record<string, unknown>[]>(name: string): Promise<T> {
  return (await (await fetch(`${sandbox.origin}/_sandbox/${name}`)).json()) as T;
}

export const sandboxOrigin = () => sandbox.origin;

/** The SDK with the shop's own key, for looking at Stripe's side. */
export function stripe(): Stripe {
  return new Stripe(KEY, { apiVersion: "2026-10-28.endive", host: "127.0.0.1", port: sandbox.port, protocol: "http", telemetry: false });
}

/** Moves both clocks: the sandbox's and the shop's. */
export async function forward(seconds: number): Promise<void> {
  ahead += seconds * 1000;
  await panel("clock", { forwardSeconds: seconds });
}

/** Delivers every message that is due, then does the jobs they made. @returns what the jobs threw */
export async function deliver(): Promise<string[]> {
  await panel("deliver", {});
  return doJobs();
}

export async function doJobs(): Promise<string[]> {
  const troubles: string[] = [];
  for (const { id } of await db.stripeEvent.findMany({
    where: { state: "received" },
    select: { id: true },
    orderBy: { receivedAt: "asc" },
  })) {
    await processEvent(id, now()).catch((error) => troubles.push(String(error)));
  }
  return troubles;
}

const broken = new Set<string>();

/** Pulls the plug: writing to this table fails from now on, as if the process died there. */
export async function breakTable(table: string, when = "true"): Promise<void> {
  broken.add(table);
  await pool().query(
    `create or replace function test_plug() returns trigger language plpgsql as $$ begin raise exception 'the plug was pulled'; end $$`,
  );
  await pool().query(
    `create trigger test_plug before insert or update on "${table}" for each row when (${when}) execute function test_plug()`,
  );
}

export async function repairAll(): Promise<void> {
  for (const table of broken) await pool().query(`drop trigger test_plug on "${table}"`);
  broken.clear();
}

/** A signed message of our own making. `age` in seconds: negative is the future. */
export function signed(body: string, { age = 0, secret = SECRET, scheme = "v1" } = {}): string {
  return stripe().webhooks.generateTestHeaderString({ payload: body, secret, timestamp: Math.floor(Date.now() / 1000) - age, scheme });
}

let serial = 0;

/** The body of an event about something, as Stripe writes it. */
export function eventBody(
  type: string,
  about: { object: string; id: string; payment_intent?: string | null },
  changes: object = {},
): string {
  serial++;
  return JSON.stringify(
    {
      id: `evt_test_${Date.now()}_${serial}`,
      object: "event",
      api_version: "2026-10-28.endive",
      created: Math.floor(Date.now() / 1000),
      livemode: false,
      pending_webhooks: 1,
      request: null,
      type,
      data: { object: about },
      ...changes,
    },
    null,
    2,
  );
}
