import pg from "pg";
import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { client, databaseUrl, deliver, failure, forward, order, paidSession, panel, read, shop, withSandbox } from "./harness.ts";

withSandbox();

const types = () => shop.received.map((one) => one.event.type);
const intentOf = (session: Stripe.Checkout.Session) =>
  client().paymentIntents.retrieve(String(session.payment_intent), { expand: ["latest_charge.balance_transaction"] });
const DAYS = 86_400;

/** Until somebody stands in line for what `holder` has locked. */
async function waitsForLock(holder: pg.Client): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    const waiting = await holder.query(
      "select 1 from pg_stat_activity where datname = current_database() and pg_backend_pid() = any (pg_blocking_pids(pid))",
    );
    if (waiting.rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("nobody waits");
}

describe("a payment that succeeds", () => {
  test.each(["ideal", "bancontact", "card"])("by %s: session, intent, charge and balance agree", async (method) => {
    const session = await paidSession(method);
    expect(session).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
      customer_details: { email: "buyer@example.org", name: "Test Koper" },
    });
    const intent = await intentOf(session);
    expect(intent).toMatchObject({ status: "succeeded", amount: 29_500, amount_received: 29_500, metadata: { order: "order-1" } });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge).toMatchObject({
      status: "succeeded",
      paid: true,
      amount: 29_500,
      refunded: false,
      payment_method_details: { type: method },
      metadata: { order: "order-1" },
    });
    const entry = charge.balance_transaction as Stripe.BalanceTransaction;
    expect(entry.net).toBe(29_500 - entry.fee);
    expect(entry.fee).toBeGreaterThan(0);
    expect((await client().balanceTransactions.retrieve(entry.id)).source).toBe(charge.id);
  });

  test("only cards have ids that start with ch_", async () => {
    expect((await intentOf(await paidSession("card"))).latest_charge).toHaveProperty("id", expect.stringMatching(/^ch_/));
    expect((await intentOf(await paidSession("ideal"))).latest_charge).toHaveProperty("id", expect.stringMatching(/^py_/));
  });

  test("session metadata does not flow to the intent; payment_intent_data does", async () => {
    const session = await paidSession("card", { payment_intent_data: { metadata: { only: "intent" } } });
    expect((await intentOf(session)).metadata).toEqual({ only: "intent" });
    expect(session.metadata).toEqual({ app: "kring", order: "order-1" });
  });

  test("tells the shop once that it is completed", async () => {
    const session = await paidSession();
    await deliver();
    expect(types()).toEqual(["checkout.session.completed"]);
    expect(shop.received[0]?.event.data.object).toMatchObject({ id: session.id, payment_status: "paid" });
  });

  test("a second payment for the same session is refused", async () => {
    const session = await paidSession();
    await expect(panel("pay", { session: session.id })).rejects.toThrow("cannot be paid");
    expect((await client().paymentIntents.list()).data).toHaveLength(1);
  });

  test("two buyers at the same moment pay once", async () => {
    const session = await client().checkout.sessions.create(order());
    const both = await Promise.allSettled([
      panel("pay", { session: session.id }),
      panel("pay", { session: session.id }),
      panel("pay", { session: session.id, method: "card" }),
    ]);
    expect(both.filter((one) => one.status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    const charges = (await client().charges.list()).data.filter((charge) => charge.status === "succeeded");
    expect(charges).toHaveLength(1);
  });

  test("two sessions for the same order can both be paid", async () => {
    await paidSession();
    await paidSession();
    expect((await client().charges.list()).data.map((charge) => charge.metadata.order)).toEqual(["order-1", "order-1"]);
  });
});

describe("who the customer is", () => {
  test("a guest gets a customer when the shop asks for it, otherwise none", async () => {
    expect((await paidSession("ideal")).customer).toBeNull();
    const session = await paidSession("ideal", { customer_creation: "always", customer_email: "gast@example.org" });
    expect(await client().customers.retrieve(String(session.customer))).toMatchObject({ email: "gast@example.org", name: "Test Koper" });
    expect((await intentOf(session)).customer).toBe(session.customer);
  });

  test("a refused try makes no customer", async () => {
    const session = await client().checkout.sessions.create(order({ customer_creation: "always" }));
    await panel("pay", { session: session.id, method: "card", outcome: "decline" });
    expect((await client().checkout.sessions.retrieve(session.id)).customer).toBeNull();
    expect((await client().events.list({ type: "customer.created" })).data).toEqual([]);
  });

  test("a known customer stays the customer", async () => {
    const customer = await client().customers.create({ email: "anna@example.org" });
    const session = await paidSession("ideal", { customer: customer.id });
    expect(session.customer).toBe(customer.id);
    expect((await client().checkout.sessions.list({ customer: customer.id })).data.map((one) => one.id)).toEqual([session.id]);
  });

  test("the shop can change a customer's address and take its name away", async () => {
    const customer = await client().customers.create({ email: "old@example.org", name: "Anna", metadata: { a: "1", b: "2" } });
    const changed = await client().customers.update(customer.id, { email: "new@example.org", name: "", metadata: { a: "", c: "3" } });
    expect(changed).toMatchObject({ email: "new@example.org", name: null, metadata: { b: "2", c: "3" } });
    expect(await client().customers.retrieve(customer.id)).toMatchObject({ email: "new@example.org" });
    expect(await failure(client().customers.retrieve("cus_nobody"))).toMatchObject({ statusCode: 404, code: "resource_missing" });
  });
});

describe("a payment that is refused", () => {
  test("leaves the session open with the same intent, and the next try can succeed", async () => {
    const session = await client().checkout.sessions.create(order());
    await panel("pay", { session: session.id, method: "card", outcome: "decline" });
    const open = await client().checkout.sessions.retrieve(session.id);
    expect(open).toMatchObject({ status: "open", payment_status: "unpaid" });
    const failed = await intentOf(open);
    expect(failed).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "card_declined" },
      latest_charge: { status: "failed", paid: false },
    });
    await panel("pay", { session: session.id, method: "ideal" });
    const paid = await client().checkout.sessions.retrieve(session.id);
    expect([paid.payment_status, paid.payment_intent]).toEqual(["paid", open.payment_intent]);
    await deliver();
    expect(types()).toEqual(expect.arrayContaining(["payment_intent.payment_failed", "checkout.session.completed"]));
  });

  test("at the bank leaves no charge", async () => {
    const session = await client().checkout.sessions.create(order());
    await panel("pay", { session: session.id, method: "ideal", outcome: "decline" });
    expect((await client().charges.list()).data).toEqual([]);
    expect((await client().checkout.sessions.retrieve(session.id)).status).toBe("open");
  });

  test("leaving at the bank decides nothing: the intent waits for the buyer", async () => {
    const session = await client().checkout.sessions.create(order());
    await panel("pay", { session: session.id, outcome: "leave" });
    const open = await client().checkout.sessions.retrieve(session.id);
    expect((await intentOf(open)).status).toBe("requires_action");
    expect((await client().checkout.sessions.expire(session.id)).status).toBe("expired");
    await expect(panel("pay", { session: session.id })).rejects.toThrow("expired");
  });
});

describe("nothing to pay", () => {
  test("completes without an intent, and makes a customer anyway", async () => {
    const session = await client().checkout.sessions.create(order({ customer_email: "gratis@example.org" }, 0));
    await panel("pay", { session: session.id });
    const done = await client().checkout.sessions.retrieve(session.id);
    expect(done).toMatchObject({ status: "complete", payment_status: "no_payment_required", payment_intent: null, amount_total: 0 });
    expect(done.customer).toMatch(/^cus_/);
    await deliver();
    expect(types()).toEqual(["checkout.session.completed"]);
  });
});

describe("SEPA direct debit", () => {
  const mandate = async () => paidSession("sepa_debit", { allowed_payment_method_types: ["ideal", "sepa_debit"] });

  test("is complete and unpaid first, with a charge that is pending", async () => {
    const session = await mandate();
    expect(session).toMatchObject({ status: "complete", payment_status: "unpaid" });
    expect(await intentOf(session)).toMatchObject({ status: "processing", latest_charge: { status: "pending" } });
  });

  test("succeeds when somebody settles it", async () => {
    const session = await mandate();
    await panel("settle", { session: session.id, outcome: "succeed" });
    expect((await client().checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
    await deliver();
    expect(types()).toEqual(["checkout.session.completed", "checkout.session.async_payment_succeeded"]);
    await expect(panel("settle", { session: session.id, outcome: "fail" })).rejects.toThrow("Only a session");
  });

  test("fails when somebody decides so, and is never paid", async () => {
    const session = await mandate();
    await panel("settle", { session: session.id, outcome: "fail" });
    expect(await client().checkout.sessions.retrieve(session.id)).toMatchObject({ status: "complete", payment_status: "unpaid" });
    expect(await intentOf(session)).toMatchObject({ status: "requires_payment_method", latest_charge: { status: "failed" } });
    await deliver();
    expect(types()).toContain("checkout.session.async_payment_failed");
  });

  test("settled by hand at the moment its own timer goes off waits for that, without being in its way", async () => {
    const session = await mandate();
    const worker = new pg.Client(databaseUrl());
    await worker.connect();
    await worker.query("begin");
    const taken = await worker.query("select id from sandbox_stripe.timer where target = $1 for update", [session.id]);
    expect(taken.rows).not.toEqual([]);
    const byHand = panel("settle", { session: session.id, outcome: "fail" });
    await waitsForLock(worker);
    await worker.query("select id from sandbox_stripe.document where id = $1 for update nowait", [session.id]);
    await worker.query("commit");
    await worker.end();
    await byHand;
  });

  test("settles by itself after five days, not after four", async () => {
    const session = await mandate();
    await forward(4 * DAYS);
    await deliver();
    expect((await client().checkout.sessions.retrieve(session.id)).payment_status).toBe("unpaid");
    await forward(DAYS + 1);
    await deliver();
    expect((await client().checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
  });

  test("is not offered unless the session allows it by name", async () => {
    const session = await client().checkout.sessions.create(order());
    await expect(panel("pay", { session: session.id, method: "sepa_debit" })).rejects.toThrow("does not offer it");
  });
});

test("the account is the sandbox's own, and there is one endpoint without its secret", async () => {
  const account = await client().accounts.retrieveCurrent();
  expect(account).toMatchObject({ object: "account", country: "NL", charges_enabled: true });
  const endpoints = await client().webhookEndpoints.list();
  expect(endpoints.data).toMatchObject([{ url: shop.url, api_version: "2026-10-28.endive", status: "enabled", livemode: false }]);
  expect(endpoints.data[0]).not.toHaveProperty("secret");
  expect((await client().webhookEndpoints.retrieve(endpoints.data[0]?.id ?? "")).url).toBe(shop.url);
  expect(await read("requests")).not.toEqual([]);
});
