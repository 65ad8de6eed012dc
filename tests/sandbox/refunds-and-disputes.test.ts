import { describe, expect, test } from "vitest";
import { client, deliver, failure, forward, order, paidSession, panel, shop, withSandbox } from "./harness.ts";

withSandbox();

const types = () => shop.received.map((one) => one.event.type);
const paid = async (method = "card") => {
  const session = await paidSession(method, { allowed_payment_method_types: ["card", "ideal", "sepa_debit"] });
  const intent = await client().paymentIntents.retrieve(String(session.payment_intent));
  return { session: session.id, intent: intent.id, charge: String(intent.latest_charge) };
};

describe("refunds", () => {
  test("a part, then the rest, then no more", async () => {
    const { intent, charge } = await paid();
    const first = await client().refunds.create({
      payment_intent: intent,
      amount: 10_000,
      reason: "requested_by_customer",
      metadata: { request: "1" },
    });
    expect(first).toMatchObject({
      object: "refund",
      status: "succeeded",
      amount: 10_000,
      charge,
      payment_intent: intent,
      metadata: { request: "1" },
    });
    expect(await client().charges.retrieve(charge)).toMatchObject({ amount_refunded: 10_000, refunded: false });
    expect(await client().refunds.create({ charge })).toMatchObject({ amount: 19_500 });
    expect(await client().charges.retrieve(charge)).toMatchObject({ amount_refunded: 29_500, refunded: true });
    expect(await failure(client().refunds.create({ charge }))).toMatchObject({ statusCode: 400, code: "charge_already_refunded" });
    await deliver();
    expect(types().filter((type) => type === "charge.refunded")).toHaveLength(2);
    expect(types().filter((type) => type === "refund.created")).toHaveLength(2);
  });

  test("never more than is left", async () => {
    const { intent } = await paid();
    await client().refunds.create({ payment_intent: intent, amount: 20_000 });
    expect(await failure(client().refunds.create({ payment_intent: intent, amount: 9_501 }))).toMatchObject({
      statusCode: 400,
      param: "amount",
    });
    expect((await client().refunds.list({ payment_intent: intent })).data).toHaveLength(1);
  });

  test("twenty at the same moment stay within what was paid", async () => {
    const { intent, charge } = await paid();
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => client().refunds.create({ payment_intent: intent, amount: 5_000 })),
    );
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(5);
    expect((await client().charges.retrieve(charge)).amount_refunded).toBe(25_000);
  });

  test("to a bank account is pending first, and succeeds a little later", async () => {
    const { intent } = await paid("ideal");
    const refund = await client().refunds.create({ payment_intent: intent });
    expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
    await forward(6);
    await deliver();
    expect((await client().refunds.retrieve(refund.id)).status).toBe("succeeded");
    expect(types()).toContain("refund.updated");
  });

  test("can fail days later, and then the money is the shop's again", async () => {
    const { intent, charge } = await paid();
    await panel("faults", { nextRefunds: [{ outcome: "fail", afterSeconds: 259_200 }] });
    const refund = await client().refunds.create({ payment_intent: intent });
    expect(refund.status).toBe("pending");
    await forward(259_201);
    await deliver();
    expect(await client().refunds.retrieve(refund.id, { expand: ["failure_balance_transaction"] })).toMatchObject({
      status: "failed",
      failure_reason: "expired_or_canceled_card",
      failure_balance_transaction: { amount: 29_500 },
    });
    expect(await client().charges.retrieve(charge)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(types()).toContain("refund.failed");
    expect((await client().refunds.create({ payment_intent: intent })).status).toBe("succeeded");
  });

  test("somebody can decide a pending refund by hand", async () => {
    const { intent } = await paid("ideal");
    const refund = await client().refunds.create({ payment_intent: intent });
    await panel("settle-refund", { refund: refund.id, outcome: "succeed" });
    expect((await client().refunds.retrieve(refund.id)).status).toBe("succeeded");
    await expect(panel("settle-refund", { refund: refund.id, outcome: "succeed" })).rejects.toThrow("already");
  });

  test("of what was never paid, or does not exist, are refused", async () => {
    const session = await paidSession("sepa_debit", { allowed_payment_method_types: ["sepa_debit"] });
    expect((await failure(client().refunds.create({ payment_intent: String(session.payment_intent) }))).message).toContain(
      "does not have a successful charge",
    );
    expect(await failure(client().refunds.create({ payment_intent: "pi_nothing" }))).toMatchObject({
      statusCode: 400,
      code: "resource_missing",
    });
    expect(await failure(client().refunds.retrieve("re_nothing"))).toMatchObject({ statusCode: 404, code: "resource_missing" });
  });

  test("from the Dashboard reach the shop, or not, but can always be found", async () => {
    const { session, intent } = await paid();
    await deliver();
    shop.received = [];
    await panel("refund", { session, amount: 500, deliver: false });
    await deliver();
    expect(types()).toEqual([]);
    expect((await client().refunds.list({ payment_intent: intent })).data).toMatchObject([{ amount: 500 }]);
    await panel("refund", { session, amount: 700 });
    await deliver();
    expect(types()).toEqual(expect.arrayContaining(["refund.created", "charge.refunded"]));
    const lost = await client().events.list({ delivery_success: false });
    expect(lost.data.map((event) => event.type).sort()).toEqual(["charge.refunded", "refund.created"]);
  });
});

describe("disputes", () => {
  test("take the money, block refunds, and a win brings both back", async () => {
    const { session, intent, charge } = await paid();
    const made = await panel<{ id: string }>("dispute", { session });
    expect(await client().disputes.retrieve(made.id)).toMatchObject({
      status: "needs_response",
      charge,
      payment_intent: intent,
      amount: 29_500,
      balance_transactions: [{ amount: -29_500, fee: 2000 }],
    });
    expect((await client().charges.retrieve(charge)).disputed).toBe(true);
    expect(await failure(client().refunds.create({ charge }))).toMatchObject({ code: "charge_disputed" });
    await panel("move-dispute", { dispute: made.id, to: "under_review" });
    await panel("move-dispute", { dispute: made.id, to: "won" });
    expect(await client().disputes.retrieve(made.id)).toMatchObject({
      status: "won",
      balance_transactions: [{ amount: -29_500 }, { amount: 29_500 }],
    });
    expect((await client().refunds.create({ charge })).status).toBe("succeeded");
    await deliver();
    expect(types()).toEqual(
      expect.arrayContaining([
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.updated",
        "charge.dispute.closed",
        "charge.dispute.funds_reinstated",
      ]),
    );
  });

  test("that are lost stay lost", async () => {
    const { session, charge } = await paid();
    const made = await panel<{ id: string }>("dispute", { session, reason: "product_not_received" });
    await panel("move-dispute", { dispute: made.id, to: "lost" });
    expect((await client().disputes.list({ charge })).data).toMatchObject([{ status: "lost", reason: "product_not_received" }]);
    await expect(panel("move-dispute", { dispute: made.id, to: "won" })).rejects.toThrow("already closed");
    expect(await failure(client().refunds.create({ charge }))).toMatchObject({ code: "charge_disputed" });
  });

  test("of a SEPA debit are lost at once, also after a refund", async () => {
    const { session } = await paid("sepa_debit");
    await panel("settle", { session, outcome: "succeed" });
    await panel("refund", { session });
    const made = await panel<{ id: string }>("dispute", { session });
    expect((await client().disputes.retrieve(made.id)).status).toBe("lost");
    await deliver();
    expect(types()).toContain("charge.dispute.closed");
  });

  test("the dispute card pays, and is disputed a moment later", async () => {
    const { checkout } = client();
    const disputed = await checkout.sessions.create(order());
    await panel("pay", { session: disputed.id, method: "card", outcome: "dispute" });
    expect((await checkout.sessions.retrieve(disputed.id)).payment_status).toBe("paid");
    await forward(2);
    await deliver();
    expect((await client().disputes.list()).data).toMatchObject([{ reason: "fraudulent", status: "needs_response" }]);
  });

  test("made in the Dashboard without delivery can be found in the list", async () => {
    const { session, charge } = await paid();
    await deliver();
    shop.received = [];
    await panel("dispute", { session, deliver: false });
    await deliver();
    expect(types()).toEqual([]);
    expect((await client().disputes.list({ charge })).data).toHaveLength(1);
  });
});
