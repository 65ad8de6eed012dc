import { createHmac } from "node:crypto";
import { Client } from "pg";
import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import {
  client,
  databaseUrl,
  deliver,
  failure,
  forward,
  order,
  paidSession,
  panel,
  read,
  restart,
  SECRET,
  shop,
  withSandbox,
} from "./harness.ts";

withSandbox({ deliveryTimeoutMs: 1000 });

interface Row {
  state: string;
  attempts: number;
  last_status: number | null;
  last_error: string | null;
}
const rows = () => read<Row[]>("deliveries");
const { webhooks } = new Stripe("sk_test_unused");
const HOUR = 3600;

describe("a delivery", () => {
  test("verifies with the SDK, and only with the right secret and the very same bytes", async () => {
    await paidSession();
    await deliver();
    const [got] = shop.received;
    const body = got?.body ?? "";
    const signature = got?.signature ?? "";
    expect(webhooks.constructEvent(body, signature, SECRET)).toMatchObject({
      object: "event",
      type: "checkout.session.completed",
      livemode: false,
      api_version: "2026-10-28.endive",
    });
    expect(() => webhooks.constructEvent(body, signature, "whsec_other")).toThrow(/signature/);
    expect(() => webhooks.constructEvent(JSON.stringify(JSON.parse(body)), signature, SECRET)).toThrow(/signature/);
  });

  test("carries a v0 decoy that is no valid signature", async () => {
    await paidSession();
    await deliver();
    const { body = "", signature = "" } = shop.received[0] ?? {};
    const parts = Object.fromEntries(signature.split(",").map((part) => part.split("=") as [string, string]));
    expect(parts.v0).toMatch(/^[0-9a-f]{64}$/);
    expect(parts.v0).not.toBe(createHmac("sha256", SECRET).update(`${parts.t}.${body}`).digest("hex"));
    expect(() => webhooks.constructEvent(body, `t=${parts.t},v0=${parts.v0}`, SECRET)).toThrow();
  });

  test("shows the shop exactly what the API shows, and counts as pending until it is taken", async () => {
    await panel("faults", { automatic: false });
    const session = await paidSession();
    const [before] = (await client().events.list({ type: "checkout.session.completed" })).data;
    expect(before?.pending_webhooks).toBe(1);
    await deliver();
    expect(shop.received[0]?.event).toMatchObject({ id: before?.id, pending_webhooks: 1, data: { object: { id: session.id } } });
    expect((await client().events.retrieve(before?.id ?? "")).pending_webhooks).toBe(0);
  });

  test("of an event nobody subscribed to is never made", async () => {
    await paidSession("card");
    await deliver();
    const [charge] = (await client().events.list({ type: "charge.succeeded" })).data;
    expect(charge?.pending_webhooks).toBe(0);
    expect(shop.of("charge.succeeded")).toEqual([]);
  });

  test("names the API request behind the event, and nobody when the buyer did it", async () => {
    const session = await client().checkout.sessions.create(order());
    const expired = await client().checkout.sessions.expire(session.id, {}, { idempotencyKey: "e1" });
    await paidSession();
    const [made] = (await client().events.list({ type: "checkout.session.expired" })).data;
    expect(made?.request).toEqual({ id: expired.lastResponse.requestId, idempotency_key: "e1" });
    const [paid] = (await client().events.list({ type: "checkout.session.completed" })).data;
    expect(paid?.request).toEqual({ id: null, idempotency_key: null });
  });
});

describe("a delivery that fails", () => {
  test.each([500, 404, 302])("with %i is tried again after five seconds, signed afresh, until it is taken", async (status) => {
    shop.answer = (turn) => (turn < 3 ? { status, headers: { location: "/elsewhere" } } : { status: 200 });
    await paidSession();
    await deliver();
    expect(await rows()).toMatchObject([{ state: "due", attempts: 1, last_status: status }]);
    await forward(6);
    await deliver();
    expect(shop.received).toHaveLength(2);
    await forward(6);
    await deliver();
    expect(shop.received).toHaveLength(2);
    await forward(25);
    await deliver();
    expect(await rows()).toMatchObject([{ state: "delivered", attempts: 3, last_status: 200 }]);
    expect(new Set(shop.received.map((one) => one.event.id)).size).toBe(1);
    for (const { body, signature } of shop.received) webhooks.constructEvent(body, signature, SECRET);
  });

  test("because the shop is slow counts as failed", async () => {
    shop.answer = () => ({ status: 200, afterMs: 1300 });
    await paidSession();
    await deliver();
    expect(await rows()).toMatchObject([{ state: "due", attempts: 1, last_status: null }]);
  });

  test("keeps the signature's time real although the sandbox's clock ran ahead", async () => {
    await forward(40 * HOUR);
    await paidSession();
    await deliver();
    const { body = "", signature = "" } = shop.received[0] ?? {};
    expect(Math.abs(Number(/t=(\d+)/.exec(signature)?.[1]) - Date.now() / 1000)).toBeLessThan(5);
    expect(webhooks.constructEvent(body, signature, SECRET).created).toBeGreaterThan(Date.now() / 1000 + 39 * HOUR);
  });

  test("is given up after 72 hours, stays in the list of undelivered events, and is gone after 30 days", async () => {
    await panel("faults", { endpoint: "down" });
    await paidSession();
    for (let turn = 0; turn < 40; turn++) {
      await forward(4 * HOUR + 5);
      await deliver();
    }
    const [row] = await rows();
    expect(row).toMatchObject({ state: "failed", last_error: "endpoint down (fault)" });
    expect(row?.attempts).toBeGreaterThan(15);
    expect(row?.attempts).toBeLessThan(25);
    const undelivered = async () => (await client().events.list({ delivery_success: false })).data;
    const [event] = await undelivered();
    expect(event).toMatchObject({ type: "checkout.session.completed", pending_webhooks: 1 });
    await forward(24 * 24 * HOUR);
    expect(await undelivered()).toEqual([]);
    expect((await failure(client().events.retrieve(event?.id ?? ""))).statusCode).toBe(404);
  });

  test("does not hold up the others", async () => {
    const arrived: number[] = [];
    shop.answer = (turn) => {
      arrived.push(Date.now());
      return turn === 1 ? { status: 200, afterMs: 800 } : { status: 200 };
    };
    await panel("faults", { automatic: false });
    for (let turn = 0; turn < 3; turn++) await paidSession();
    await panel("faults", { automatic: true });
    await expect.poll(() => arrived.length, { timeout: 3000 }).toBe(3);
    expect((arrived[2] ?? 0) - (arrived[0] ?? 0)).toBeLessThan(780);
  });
});

describe("lists of events", () => {
  test("narrow by types, moment and success", async () => {
    await panel("faults", { automatic: false });
    const first = await paidSession();
    await deliver();
    await forward(100);
    const second = await client().checkout.sessions.create(order());
    await client().checkout.sessions.expire(second.id);
    const subjects = async (params: Stripe.EventListParams) =>
      (await client().events.list(params)).data.map((event) => (event.data.object as { id: string }).id);
    const types = ["checkout.session.completed", "checkout.session.expired"];
    expect(await subjects({ types })).toEqual([second.id, first.id]);
    expect(await subjects({ types, created: { gte: first.created + 50 } })).toEqual([second.id]);
    expect(await subjects({ types, delivery_success: false })).toEqual([second.id]);
    expect(await subjects({ types, delivery_success: true })).toEqual([first.id]);
    expect((await failure(client().events.list({ types: Array.from({ length: 21 }, (_, n) => `t.${n}`) }))).param).toBe("types");
  });
});

describe("a restart", () => {
  test("forgets nothing: sessions, keys, faults, clock and undelivered events", async () => {
    await panel("faults", { automatic: false });
    await forward(1000);
    const session = await client().checkout.sessions.create(order(), { idempotencyKey: "before" });
    await panel("pay", { session: session.id });
    await restart();
    expect((await client().checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
    expect((await client().checkout.sessions.create(order(), { idempotencyKey: "before" })).id).toBe(session.id);
    expect(await read("faults")).toMatchObject({ automatic: false });
    expect(await read("clock")).toMatchObject({ offsetSeconds: 1000 });
    expect(shop.received).toEqual([]);
    await deliver();
    expect(shop.of("checkout.session.completed")).toHaveLength(1);
  });

  test("finds a delivery again whose worker died while holding it", async () => {
    await panel("faults", { automatic: false });
    await paidSession();
    const db = new Client({ connectionString: databaseUrl() });
    await db.connect();
    await db.query("update sandbox_stripe.delivery set claimed_until = now() + interval '1200 milliseconds'");
    await db.end();
    await panel("faults", { automatic: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(shop.received).toEqual([]);
    await expect.poll(() => shop.received.length, { timeout: 6000 }).toBe(1);
  });

  test("leaves the schema as it is, also when two start at once", async () => {
    const { migrate } = await import("#app/sandbox/stripe/store/schema.ts");
    const pg = await import("pg");
    const pool = new pg.default.Pool({ connectionString: databaseUrl() });
    const session = await paidSession();
    await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
    await pool.end();
    expect((await client().checkout.sessions.retrieve(session.id)).id).toBe(session.id);
  });
});
