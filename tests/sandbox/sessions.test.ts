import { describe, expect, test } from "vitest";
import { client, deliver, failure, forward, order, panel, shop, withSandbox } from "./harness.ts";

withSandbox();

describe("a new checkout session", () => {
  test("is open, unpaid, in test mode, and lives a day", async () => {
    const session = await client().checkout.sessions.create(order());
    expect(session).toMatchObject({
      object: "checkout.session",
      status: "open",
      payment_status: "unpaid",
      livemode: false,
      amount_total: 29_500,
      currency: "eur",
      customer: null,
      metadata: { order: "order-1" },
    });
    expect(session.id).toMatch(/^cs_test_\w{50,}$/);
    expect(session.expires_at - session.created).toBe(86_400);
  });

  test("has no payment intent until the buyer confirms", async () => {
    expect((await client().checkout.sessions.create(order())).payment_intent).toBeNull();
  });

  test("has an address with a fragment, on the sandbox's own origin", async () => {
    const url = new URL((await client().checkout.sessions.create(order())).url ?? "");
    expect(url.pathname).toMatch(/^\/c\/pay\/cs_test_/);
    expect(url.hash.length).toBeGreaterThan(20);
  });

  test("shows every field the SDK's types demand", async () => {
    const session = await client().checkout.sessions.create(order());
    // 59 required, plus the optional ones the sandbox also fills.
    expect(Object.keys(session).filter((key) => key !== "lastResponse").length).toBeGreaterThanOrEqual(59);
  });

  test("adds its lines up, also for several seats", async () => {
    const line = order().line_items?.[0];
    const session = await client().checkout.sessions.create(
      order({
        line_items: [
          { ...line, quantity: 10 },
          { ...line, quantity: 1 },
        ],
      }),
    );
    expect(session.amount_total).toBe(11 * 29_500);
    const lines = await client().checkout.sessions.listLineItems(session.id);
    expect(lines.data.map((item) => [item.quantity, item.amount_total])).toEqual([
      [10, 295_000],
      [1, 29_500],
    ]);
    expect(lines.data[0]?.price?.unit_amount_decimal?.toString()).toBe("29500");
    const first = await client().checkout.sessions.listLineItems(session.id, { limit: 1 });
    expect([first.data.length, first.has_more]).toEqual([1, true]);
  });

  test("offers iDEAL, card and Bancontact; SEPA only by name; and never what it excludes", async () => {
    const types = async (changes: object) => (await client().checkout.sessions.create(order(changes))).payment_method_types;
    expect(await types({})).toEqual(["ideal", "card", "bancontact"]);
    expect(await types({ allowed_payment_method_types: ["card", "sepa_debit", "customer_balance"] })).toEqual(["card", "sepa_debit"]);
    expect(await types({ excluded_payment_method_types: ["card"] })).toEqual(["ideal", "bancontact"]);
  });

  test("takes a known customer's address, and refuses an unknown customer", async () => {
    const customer = await client().customers.create({ email: "anna@example.org", name: "Anna" });
    const session = await client().checkout.sessions.create(order({ customer: customer.id }));
    expect(session.customer_details?.email).toBe("anna@example.org");
    expect(await failure(client().checkout.sessions.create(order({ customer: "cus_nobody" })))).toMatchObject({
      statusCode: 400,
      code: "resource_missing",
      param: "customer",
    });
  });
});

describe("what a session refuses", () => {
  const refused = async (changes: object) => failure(client().checkout.sessions.create(order(changes)));

  test("payment_method_types, gone since endive", async () => {
    expect(await refused({ payment_method_types: ["card"] })).toMatchObject({
      statusCode: 400,
      type: "StripeInvalidRequestError",
      code: "parameter_unknown",
      param: "payment_method_types",
    });
  });

  test("a typing error, also deep inside", async () => {
    expect(await refused({ sucess_url: "http://localhost" })).toMatchObject({ code: "parameter_unknown", param: "sucess_url" });
    const line = order().line_items?.[0];
    expect(await refused({ line_items: [{ ...line, qty: 2 }] })).toMatchObject({ code: "parameter_unknown", param: "line_items[0][qty]" });
  });

  test("a missing or relative success address", async () => {
    expect(await refused({ success_url: undefined })).toMatchObject({ code: "parameter_missing", param: "success_url" });
    expect(await refused({ success_url: "/bedankt" })).toMatchObject({ statusCode: 400, param: "success_url" });
  });

  test("half cents, less than 50 cents, and two currencies", async () => {
    expect(await failure(client().checkout.sessions.create(order({}, 1.5)))).toMatchObject({ code: "parameter_invalid_integer" });
    expect(await failure(client().checkout.sessions.create(order({}, 49)))).toMatchObject({ code: "amount_too_small" });
    const line = order().line_items?.[0];
    const dollars = { ...line, price_data: { ...line?.price_data, currency: "usd" } };
    expect(await refused({ line_items: [line, dollars] })).toMatchObject({ statusCode: 400, param: "line_items" });
  });

  test("an end sooner than half an hour or later than a day", async () => {
    const now = Math.floor(Date.now() / 1000);
    expect(await refused({ expires_at: now + 600 })).toMatchObject({ param: "expires_at" });
    expect(await refused({ expires_at: now + 90_000 })).toMatchObject({ param: "expires_at" });
    expect((await client().checkout.sessions.create(order({ expires_at: now + 3600 }))).expires_at).toBe(now + 3600);
  });

  test("a customer together with an e-mail address, and allowed together with excluded methods", async () => {
    const customer = await client().customers.create({ email: "anna@example.org" });
    expect(await refused({ customer: customer.id, customer_email: "b@example.org" })).toMatchObject({ param: "customer" });
    expect(await refused({ allowed_payment_method_types: ["card"], excluded_payment_method_types: ["ideal"] })).toMatchObject({
      statusCode: 400,
    });
  });

  test("what Stripe can and the sandbox cannot, with 501 and its name instead of a pretence", async () => {
    for (const changes of [
      { discounts: [{ coupon: "x" }] },
      { mode: "subscription" },
      { automatic_tax: { enabled: true } },
      { invoice_creation: { enabled: true } },
      { ui_mode: "elements" },
    ]) {
      const error = await refused(changes);
      expect([error.statusCode, error.code], JSON.stringify(changes)).toEqual([501, "sandbox_not_simulated"]);
      expect(error.message).toContain(Object.keys(changes)[0]);
    }
  });
});

describe("the end of an open session", () => {
  test("the shop can expire it once; the address is gone and the shop is told", async () => {
    const session = await client().checkout.sessions.create(order());
    expect(await client().checkout.sessions.expire(session.id)).toMatchObject({ status: "expired", url: null });
    await deliver();
    expect(shop.of("checkout.session.expired").map((one) => one.event.data.object.id)).toEqual([session.id]);
    expect(await failure(client().checkout.sessions.expire(session.id))).toMatchObject({
      statusCode: 400,
      type: "StripeInvalidRequestError",
    });
  });

  test("a paid session cannot be expired", async () => {
    const session = await client().checkout.sessions.create(order());
    await panel("pay", { session: session.id });
    expect((await failure(client().checkout.sessions.expire(session.id))).message).toContain("complete");
  });

  test("it ends by itself when its time is up, and an hour earlier it has not", async () => {
    const session = await client().checkout.sessions.create(order());
    await forward(82_800);
    await deliver();
    expect((await client().checkout.sessions.retrieve(session.id)).status).toBe("open");
    await forward(3601);
    await deliver();
    expect((await client().checkout.sessions.retrieve(session.id)).status).toBe("expired");
    expect(shop.of("checkout.session.expired")).toHaveLength(1);
  });
});
