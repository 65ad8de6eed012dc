import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { client, failure, forward, KEY, logged, order, origin, paidSession, panel, read, VERSION, withSandbox } from "./harness.ts";

withSandbox();

const raw = (path: string, init: RequestInit = {}) =>
  fetch(`${origin()}${path}`, { ...init, headers: { authorization: `Bearer ${KEY}`, "stripe-version": VERSION, ...init.headers } });

describe("idempotency keys", () => {
  const options = (idempotencyKey: string) => ({ idempotencyKey });

  test("the same key and parameters give the same session, marked as replayed", async () => {
    const first = await client().checkout.sessions.create(order(), options("k1"));
    const again = await client().checkout.sessions.create(order(), options("k1"));
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
    expect(again.lastResponse.idempotencyKey).toBe("k1");
    expect((await client().checkout.sessions.list()).data).toHaveLength(1);
  });

  test("the same key with other parameters is an error", async () => {
    await client().checkout.sessions.create(order(), options("k1"));
    const error = await failure(client().checkout.sessions.create(order({}, 100), options("k1")));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(error.statusCode).toBe(400);
  });

  test("two separate calls get different keys from the SDK, hence two sessions", async () => {
    await Promise.all([client().checkout.sessions.create(order()), client().checkout.sessions.create(order())]);
    expect((await client().checkout.sessions.list()).data).toHaveLength(2);
  });

  test("ten at the same moment with one key make one refund; the rest is replayed or told to wait", async () => {
    const session = await paidSession("card");
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        client().refunds.create({ payment_intent: String(session.payment_intent), amount: 100 }, options("r1")),
      ),
    );
    const ids = new Set(all.filter((one) => one.status === "fulfilled").map((one) => one.value.id));
    expect(ids.size).toBe(1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
    expect((await client().refunds.list()).data).toHaveLength(1);
  });

  test("a refusal after execution began is kept; refused parameters are not", async () => {
    const session = await paidSession("card");
    const intent = String(session.payment_intent);
    expect((await failure(client().refunds.create({ payment_intent: intent, amount: 99_999 }, options("r2")))).statusCode).toBe(400);
    const kept = await failure(client().refunds.create({ payment_intent: intent, amount: 99_999 }, options("r2")));
    expect(kept.headers?.["idempotent-replayed"]).toBe("true");
    await failure(client().refunds.create({ payment_intent: intent, amount: -5 }, options("r3")));
    expect((await client().refunds.create({ payment_intent: intent, amount: 5 }, options("r3"))).amount).toBe(5);
  });

  test("a key is forgotten after a day", async () => {
    const first = await client().checkout.sessions.create(order(), options("k1"));
    await forward(86_401);
    expect((await client().checkout.sessions.create(order(), options("k1"))).id).not.toBe(first.id);
  });
});

describe("answers", () => {
  test("carry a request id, the version, and the key they were given", async () => {
    const { lastResponse } = await client().checkout.sessions.create(order(), { idempotencyKey: "mine" });
    expect(lastResponse).toMatchObject({
      requestId: expect.stringMatching(/^req_/),
      apiVersion: VERSION,
      idempotencyKey: "mine",
      statusCode: 200,
    });
  });

  test("to a wrong key are 401 with an envelope", async () => {
    const error = await failure(client("sk_test_someone_else").checkout.sessions.list());
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(error.statusCode).toBe(401);
  });

  test("to an unknown address are 404, to a known but unplayed one 501, both with an envelope", async () => {
    const nowhere = await raw("/v1/nowhere");
    expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { error: { type: "invalid_request_error" } }]);
    const coupons = await raw("/v1/coupons", { method: "POST", body: "percent_off=10" });
    expect(coupons.status).toBe(501);
    expect(coupons.headers.get("stripe-should-retry")).toBe("false");
    expect(((await coupons.json()) as { error: { message: string } }).error.message).toContain("POST /v1/coupons");
    const elsewhere = await raw("/anything");
    expect([elsewhere.status, Object.keys((await elsewhere.json()) as object)]).toEqual([404, ["error"]]);
  });

  test("501 is not tried again by the SDK", async () => {
    await failure(client(KEY, { maxNetworkRetries: 2 }).coupons.create({ percent_off: 10 }));
    expect(await read("requests")).toHaveLength(1);
  });

  test("to an unknown id are 404 and name the parameter", async () => {
    expect(await failure(client().checkout.sessions.retrieve("cs_test_nothing"))).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
      param: "session",
    });
    expect(await failure(client().paymentIntents.retrieve("pi_nothing"))).toMatchObject({ statusCode: 404, param: "intent" });
    expect(await failure(client().events.retrieve("evt_nothing"))).toMatchObject({ statusCode: 404 });
    expect(await failure(client().disputes.retrieve("dp_nothing"))).toMatchObject({ statusCode: 404 });
  });

  test("to another API version come in the pinned one, with a warning that stays visible", async () => {
    await raw("/v1/charges", { headers: { "stripe-version": "2020-08-27" } });
    expect(await read("warnings")).toMatchObject([{ path: "/v1/charges", message: expect.stringContaining("2020-08-27") }]);
    expect(logged.some((line) => line.includes("WARNING") && line.includes("2020-08-27"))).toBe(true);
    await client().charges.list();
    expect(await read("warnings")).toHaveLength(1);
  });
});

describe("lists", () => {
  test("are newest first, page both ways, and say when there is more", async () => {
    const made: string[] = [];
    for (let turn = 0; turn < 5; turn++) made.unshift((await client().checkout.sessions.create(order())).id);
    const page = await client().checkout.sessions.list({ limit: 2 });
    expect([page.data.map((one) => one.id), page.has_more, page.url]).toEqual([made.slice(0, 2), true, "/v1/checkout/sessions"]);
    const next = await client().checkout.sessions.list({ limit: 3, starting_after: made[1] ?? "" });
    expect([next.data.map((one) => one.id), next.has_more]).toEqual([made.slice(2), false]);
    const back = await client().checkout.sessions.list({ limit: 2, ending_before: made[3] ?? "" });
    expect([back.data.map((one) => one.id), back.has_more]).toEqual([made.slice(1, 3), true]);
    expect((await client().checkout.sessions.list({ limit: 2 }).autoPagingToArray({ limit: 100 })).map((one) => one.id)).toEqual(made);
  });

  test("show ten unless asked, and at most a hundred", async () => {
    for (let turn = 0; turn < 11; turn++) await client().customers.create({ email: `c${turn}@example.org` });
    expect((await client().events.list({ type: "customer.created" })).data).toHaveLength(10);
    expect(await failure(client().events.list({ limit: 101 }))).toMatchObject({ param: "limit" });
    expect(await failure(client().events.list({ starting_after: "evt_nothing" }))).toMatchObject({ param: "starting_after" });
  });

  test("narrow by moment and by state", async () => {
    const early = await client().checkout.sessions.create(order());
    await forward(3600);
    const late = await paidSession();
    const ids = async (params: Stripe.Checkout.SessionListParams) =>
      (await client().checkout.sessions.list(params)).data.map((one) => one.id);
    expect(await ids({ created: { gte: late.created } })).toEqual([late.id]);
    expect(await ids({ created: { lt: late.created } })).toEqual([early.id]);
    expect(await ids({ created: early.created })).toEqual([early.id]);
    expect(await ids({ status: "open" })).toEqual([early.id]);
    expect(await ids({ payment_intent: String(late.payment_intent) })).toEqual([late.id]);
  });
});

describe("expansion", () => {
  test("reaches four levels, through lists too", async () => {
    const session = await paidSession("card");
    await client().refunds.create({ payment_intent: String(session.payment_intent), amount: 100 });
    const full = await client().checkout.sessions.retrieve(session.id, {
      expand: ["line_items", "payment_intent.latest_charge.balance_transaction", "payment_intent.latest_charge.refunds"],
    });
    expect(full).toMatchObject({
      line_items: { data: [{ object: "item" }] },
      payment_intent: { latest_charge: { balance_transaction: { object: "balance_transaction" }, refunds: { data: [{ amount: 100 }] } } },
    });
    const list = await client().checkout.sessions.list({ expand: ["data.payment_intent.latest_charge.balance_transaction"] });
    expect(list.data[0]).toMatchObject({ payment_intent: { latest_charge: { balance_transaction: { net: expect.any(Number) } } } });
    const refunds = await client().refunds.list({ expand: ["data.charge", "data.balance_transaction"] });
    expect(refunds.data[0]).toMatchObject({ charge: { object: "charge" }, balance_transaction: { amount: -100 } });
  });

  test("is only done when asked, and a created session can show its lines at once", async () => {
    expect(await client().checkout.sessions.create(order())).not.toHaveProperty("line_items");
    expect(await client().checkout.sessions.create(order({ expand: ["line_items"] }))).toMatchObject({
      line_items: { data: [{ quantity: 1 }] },
    });
  });

  test("refuses what cannot be expanded, and more than four levels", async () => {
    const session = await paidSession("card");
    expect((await failure(client().checkout.sessions.retrieve(session.id, { expand: ["status"] }))).message).toContain(
      "cannot be expanded",
    );
    expect(
      (
        await failure(
          client().checkout.sessions.retrieve(session.id, { expand: ["payment_intent.latest_charge.balance_transaction.source.customer"] }),
        )
      ).message,
    ).toContain("4 levels");
    expect(
      (await failure(client().paymentIntents.retrieve(String(session.payment_intent), { expand: ["payment_method"] }))).statusCode,
    ).toBe(501);
  });
});

test("the panel tells a wrong body from a failure", async () => {
  await expect(panel("pay", { sesion: "x" })).rejects.toThrow(/sesion|session/);
  await expect(panel("faults", { explode: true })).rejects.toThrow("explode");
  await expect(panel("pay", { session: "cs_test_nothing" })).rejects.toThrow("No such");
});
