import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { SandboxInput } from "#app/sandbox/stripe/options.ts";
import { type RunningSandbox, startSandbox } from "#app/sandbox/stripe/server.ts";
import { createTestDatabase } from "#tests/support/database.ts";

export const KEY = "sk_test_sandbox_tests";
export const SECRET = "whsec_sandbox_tests";
export const VERSION = "2026-10-28.endive";

/** One request that reached the shop's webhook address. */
export interface Received {
  body: string;
  signature: string;
  event: {
    id: string;
    type: string;
    livemode: boolean;
    api_version: string;
    pending_webhooks: number;
    data: { object: Record<string, unknown> };
  };
}

/** A shop that writes down what it gets and answers as told. */
export class Shop {
  received: Received[] = [];
  answer: (turn: number) => { status: number; headers?: Record<string, string>; afterMs?: number } = () => ({ status: 200 });
  private readonly server: Server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    this.received.push({ body, signature: String(request.headers["stripe-signature"]), event: JSON.parse(body) });
    const { status, headers, afterMs } = this.answer(this.received.length);
    if (afterMs) await new Promise((resolve) => setTimeout(resolve, afterMs));
    response.writeHead(status, headers).end();
  });

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks/stripe`;
  }

  async open(): Promise<void> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
  }

  async shut(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, "close");
  }

  /** What arrived of one type. */
  of(type: string): Received[] {
    return this.received.filter((one) => one.event.type === type);
  }
}

export const shop = new Shop();
let database: { url: string; drop(): Promise<void> };
let running: RunningSandbox;
let input: SandboxInput;

export const databaseUrl = () => database.url;
export const origin = () => running.origin;
export const logged: string[] = [];

/** A real, unmodified SDK client that points at the sandbox. */
export function client(key = KEY, config: Record<string, unknown> = {}): Stripe {
  return new Stripe(key, {
    apiVersion: VERSION,
    host: "127.0.0.1",
    port: running.port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
    ...config,
  });
}

/** Starts one validating sandbox for a test file, wipes it before each story, and fails any story in which it lied. */
export function withSandbox(extra: Partial<SandboxInput> = {}): void {
  beforeAll(async () => {
    const given = process.env.TEST_DATABASE_URL;
    database = given ? { url: given, drop: async () => undefined } : await createTestDatabase();
    await shop.open();
    input = {
      databaseUrl: database.url,
      apiKey: KEY,
      webhookUrl: shop.url,
      webhookSecret: SECRET,
      shopName: "Kring",
      validate: true,
      log: (line) => logged.push(line),
      ...extra,
    };
    running = await startSandbox(input);
  });
  beforeEach(async () => {
    shop.answer = () => ({ status: 200 });
    await panel("reset", {});
    shop.received = [];
  });
  afterEach(async () => {
    expect(await read("violations")).toEqual([]);
  });
  afterAll(async () => {
    await running?.close();
    await shop.shut();
    await database.drop();
  });
}

/** Stops the sandbox and starts another on the same database. */
export async function restart(): Promise<void> {
  await running.close();
  running = await startSandbox({ ...input, port: running.port });
}

/** Calls the test API; throws what it refuses. */
export async function panel<T = Record<string, unknown>>(action: string, body: unknown): Promise<T> {
  const response = await fetch(`${running.origin}/_sandbox/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { error?: { message: string } };
  if (answer.error) throw new Error(answer.error.message);
  return answer as T;
}

/** Reads one of the test API's lists. */
export async function read<T = Record<string, unknown>[]>(name: string): Promise<T> {
  return (await (await fetch(`${running.origin}/_sandbox/${name}`)).json()) as T;
}

/** Makes every due delivery. */
export const deliver = () => panel<{ attempted: number; delivered: number }>("deliver", {});

export const forward = (forwardSeconds: number) => panel("clock", { forwardSeconds });

/** What a shop would ask for: one course of € 295. */
export function order(changes: Partial<Stripe.Checkout.SessionCreateParams> = {}, cents = 29_500): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "payment",
    success_url: "http://localhost:3000/bedankt?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://localhost:3000/masterclass",
    client_reference_id: "order-1",
    metadata: { app: "kring", order: "order-1" },
    payment_intent_data: { metadata: { app: "kring", order: "order-1" } },
    locale: "nl",
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: "eur",
          unit_amount: cents,
          tax_behavior: "inclusive",
          product_data: { name: "Eenzaamheid begrijpen", tax_code: "txcd_20060058" },
        },
      },
    ],
    ...changes,
  };
}

/** A session that is already paid. */
export async function paidSession(
  method = "ideal",
  changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  const session = await client().checkout.sessions.create(order(changes));
  await panel("pay", { session: session.id, method });
  return client().checkout.sessions.retrieve(session.id);
}

/** The error a call ends in; fails when it does not. */
export async function failure(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("the call should have failed");
}
