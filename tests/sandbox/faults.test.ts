import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { client, deliver, failure, forward, KEY, order, origin, paidSession, panel, read, SECRET, shop, withSandbox } from "./harness.ts";

withSandbox();

const { webhooks } = new Stripe("sk_test_unused");
const completed = () => shop.of("checkout.session.completed");
type Sent = { event: string; results: { ok: boolean; status: number | null }[] };

describe("deliveries gone wrong", () => {
  test("duplicates: each event arrives that many times extra, all under one id", async () => {
    await panel("faults", { duplicates: 2, automatic: false });
    await paidSession();
    const pending = async () => (await client().events.list({ type: "checkout.session.completed" })).data[0]?.pending_webhooks;
    expect(await pending()).toBe(1);
    await deliver();
    expect(completed()).toHaveLength(3);
    expect(new Set(completed().map((one) => one.event.id)).size).toBe(1);
    expect(await pending()).toBe(0);
  });

  test("delay: nothing arrives before its time", async () => {
    await panel("faults", { delayMs: 60_000 });
    await paidSession();
    await deliver();
    expect(shop.received).toEqual([]);
    await forward(61);
    await deliver();
    expect(completed()).toHaveLength(1);
  });

  test("drop: the next one is lost for good, the one after arrives", async () => {
    await panel("faults", { drop: 1 });
    const lost = await paidSession();
    const kept = await paidSession();
    await forward(80 * 3600);
    await deliver();
    expect(completed().map((one) => one.event.data.object.id)).toEqual([kept.id]);
    const undelivered = (await client().events.list({ delivery_success: false })).data;
    expect(undelivered.map((event) => (event.data.object as { id: string }).id)).toContain(lost.id);
  });

  test("shuffle: the order is not the order of events", async () => {
    await panel("faults", { shuffle: true, automatic: false });
    const sent: string[] = [];
    for (let turn = 0; turn < 8; turn++) sent.push((await paidSession()).id);
    await forward(1);
    await deliver();
    const got = completed().map((one) => String(one.event.data.object.id));
    expect([...got].sort()).toEqual([...sent].sort());
    expect(got).not.toEqual(sent);
  });

  test("endpoint off: nothing is sent, nothing is tried later; on again, new events arrive", async () => {
    await panel("faults", { endpoint: "off" });
    expect((await client().webhookEndpoints.list()).data[0]?.status).toBe("disabled");
    const missed = await paidSession();
    await forward(4 * 86_400);
    await panel("faults", { endpoint: "on" });
    await deliver();
    expect(completed()).toEqual([]);
    await paidSession();
    await deliver();
    expect(completed()).toHaveLength(1);
    expect((await client().checkout.sessions.list({ status: "complete" })).data.map((one) => one.id)).toContain(missed.id);
  });

  test("endpoint down: attempts fail and go on once it is up", async () => {
    await panel("faults", { endpoint: "down" });
    await paidSession();
    await deliver();
    expect(shop.received).toEqual([]);
    await panel("faults", { endpoint: "on" });
    await forward(6);
    await deliver();
    expect(completed()).toHaveLength(1);
  });
});

describe("events sent on purpose", () => {
  test("one event five times at once", async () => {
    await paidSession();
    await deliver();
    const sent = await panel<Sent>("redeliver", { event: completed()[0]?.event.id, times: 5, parallel: true });
    expect(sent.results.map((one) => one.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(completed().map((one) => one.event.id)).size).toBe(1);
    expect(completed()).toHaveLength(6);
  });

  test("an old signature is refused by the SDK; one from the future is not", async () => {
    await paidSession();
    await deliver();
    await panel("redeliver", { skewSeconds: -302 });
    await panel("redeliver", { skewSeconds: 3600 });
    const [, old, future] = completed();
    expect(() => webhooks.constructEvent(old?.body ?? "", old?.signature ?? "", SECRET)).toThrow(/tolerance/);
    expect(webhooks.constructEvent(future?.body ?? "", future?.signature ?? "", SECRET).id).toBe(old?.event.id);
  });

  test("an event of another site: validly signed, readable with the key, but not ours", async () => {
    await panel<Sent>("send", { kind: "foreign" });
    const [got] = completed();
    const event = webhooks.constructEvent(got?.body ?? "", got?.signature ?? "", SECRET);
    const session = event.data.object as Stripe.Checkout.Session;
    expect(session.metadata).toMatchObject({ app: "another-site" });
    expect((await client().checkout.sessions.retrieve(session.id)).id).toBe(session.id);
  });

  test("an event that claims to be live", async () => {
    await paidSession();
    await deliver();
    await panel("send", { kind: "livemode" });
    const [real, lie] = completed();
    expect([real?.event.livemode, lie?.event.livemode]).toEqual([false, true]);
    expect(lie?.event.id).not.toBe(real?.event.id);
  });

  test("an event in the shape of an endpoint that was never upgraded", async () => {
    const session = await paidSession();
    await deliver();
    await panel("send", { kind: "old-version" });
    expect(completed()[1]?.event).toMatchObject({ api_version: "2020-08-27", data: { object: { id: session.id, display_items: [] } } });
  });
});

describe("API answers gone wrong", () => {
  test.each([
    [409, Stripe.errors.StripeAPIError],
    [429, Stripe.errors.StripeRateLimitError],
    [500, Stripe.errors.StripeAPIError],
  ])("%i for the next matching request only", async (status, kind) => {
    await panel("faults", { answers: [{ path: "/v1/checkout", status, times: 1 }] });
    await client().charges.list();
    const error = await failure(client().checkout.sessions.create(order()));
    expect(error).toBeInstanceOf(kind);
    expect(error.statusCode).toBe(status);
    expect((await client().checkout.sessions.create(order())).status).toBe("open");
  });

  test("a 500 without an error key is taken for success by the SDK", async () => {
    await panel("faults", { answers: [{ path: "/v1/checkout", status: 500, raw: true }] });
    const taken = (await client().checkout.sessions.create(order())) as unknown as { message: string; id?: string };
    expect([taken.message, taken.id]).toEqual(["Not implemented", undefined]);
  });

  test("a stored 500 comes back under the same key, as at Stripe", async () => {
    await panel("faults", { answers: [{ path: "/v1/refunds", status: 500, stored: true }] });
    const session = await paidSession("card");
    const call = () => client().refunds.create({ payment_intent: String(session.payment_intent) }, { idempotencyKey: "s1" });
    expect((await failure(call())).statusCode).toBe(500);
    expect((await failure(call())).statusCode).toBe(500);
    expect((await client().refunds.list()).data).toEqual([]);
    expect((await client().refunds.create({ payment_intent: String(session.payment_intent) })).object).toBe("refund");
  });

  test("a connection cut after the commit: the SDK's own second try gets the same session", async () => {
    await panel("faults", { cuts: [{ path: "/v1/checkout/sessions" }] });
    const session = await client().checkout.sessions.create(order());
    expect(session.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect((await client().checkout.sessions.list()).data.map((one) => one.id)).toEqual([session.id]);
    const requests = await read<{ method: string; idempotencyKey: string | null }[]>("requests");
    const creates = requests.filter((one) => one.method === "POST");
    expect(creates).toHaveLength(2);
    expect(new Set(creates.map((one) => one.idempotencyKey)).size).toBe(1);
  });

  test("cut twice: the call fails although the refund exists, and the same key finds it", async () => {
    const session = await paidSession("card");
    await panel("faults", { cuts: [{ path: "/v1/refunds", times: 2 }] });
    const call = () => client().refunds.create({ payment_intent: String(session.payment_intent) }, { idempotencyKey: "c1" });
    expect(await failure(call())).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    const [made] = (await client().refunds.list()).data;
    expect((await call()).id).toBe(made?.id);
  });

  test("a session shown with a cent less, in dollars, or with a price in dollars beside it", async () => {
    const { id } = await paidSession();
    await panel("faults", { sessionReads: [{ amountDelta: -1 }, { currency: "usd" }, { presentment: true }] });
    const show = () => client().checkout.sessions.retrieve(id);
    expect([(await show()).amount_total, (await show()).currency]).toEqual([29_499, "usd"]);
    expect(await show()).toMatchObject({ amount_total: 29_500, currency: "eur", presentment_details: { presentment_currency: "usd" } });
    expect(await show()).not.toHaveProperty("presentment_details");
  });
});

describe("the panel", () => {
  const form = (action: string, body: string) =>
    fetch(`${origin()}/_sandbox/${action}`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    });

  test("does by plain form what the test API does", async () => {
    const session = await client().checkout.sessions.create(order());
    const paid = await form("pay", `session=${session.id}&method=ideal&outcome=succeed`);
    expect([paid.status, paid.headers.get("location")]).toEqual([303, "/_sandbox/?done=pay"]);
    expect((await client().checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
    await form(
      "faults",
      "answers%5B0%5D%5Bpath%5D=%2Fv1%2Frefunds&answers%5B0%5D%5Bstatus%5D=429&answers%5B0%5D%5Braw%5D=false&answers%5B0%5D%5Btimes%5D=",
    );
    expect(await read("faults")).toMatchObject({ answers: [{ path: "/v1/refunds", status: 429, times: 1 }] });
    const problem = await form("pay", `session=${session.id}`);
    expect(decodeURIComponent(problem.headers.get("location") ?? "")).toContain("cannot be paid");
  });

  test("shows sessions, deliveries and forms in one page", async () => {
    const session = await paidSession();
    const page = await (await fetch(`${origin()}/_sandbox/`)).text();
    expect(page).toContain(session.id);
    expect(page).toContain("checkout.session.completed");
    expect(page).toContain('action="/_sandbox/dispute"');
  });

  test("answers only this machine: no proxy, no other host name, no other site's form", async () => {
    const { request } = await import("node:http");
    const status = (headers: Record<string, string>) =>
      new Promise<number>((resolve) =>
        request(`${origin()}/_sandbox/reset`, { method: "POST", headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        }).end("{}"),
      );
    expect(await status({ "x-forwarded-for": "203.0.113.9" })).toBe(403);
    expect(await status({ host: "sandbox.example.org" })).toBe(403);
    expect(await status({ origin: "http://evil.example" })).toBe(403);
    expect(await status({ "content-type": "application/json" })).toBe(200);
  });

  test("reset forgets everything", async () => {
    await paidSession();
    await panel("faults", { duplicates: 3 });
    await forward(1000);
    await panel("reset", {});
    expect((await client().checkout.sessions.list()).data).toEqual([]);
    expect(await read("faults")).toMatchObject({ duplicates: 0 });
    expect(await read("clock")).toMatchObject({ offsetSeconds: 0 });
    expect(await (await fetch(`${origin()}/_sandbox/healthz`)).json()).toEqual({ ok: true });
    expect(await failure(client(KEY).charges.retrieve("ch_none"))).toMatchObject({ statusCode: 404 });
  });
});
