import { describe, expect, onTestFinished, test } from "vitest";
import { reconcileNightly, reconcileOpen } from "#app/features/payments/reconcile.server.ts";
import { reconciliations, standingDifferences } from "#app/features/payments/review.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { deliver, doJobs, forward, now, openShop, panel, stripe } from "#tests/support/stripe-shop.ts";
import { courseForSale, mayEnter, onPaymentPage, outcome, paidUnnoticed, somebody, stateOf } from "#tests/support/stripe-stories.ts";

openShop();

describe("every ten minutes", () => {
  test("a paid order whose message was lost is fulfilled, not cancelled", async () => {
    const { orderId, buyer, course } = await paidUnnoticed();
    await forward(16 * 60);
    const round = await reconcileOpen(now());
    expect(round.differences).toContainEqual({ kind: "paid-unnoticed", subject: orderId, repaired: true });
    expect(await stateOf(orderId)).toBe("paid");
    expect(await mayEnter(buyer, course)).toBe(true);
    expect((await reconciliations()).newest[0]).toMatchObject({ kind: "open-orders", looked: 1 });
  });

  test("a page that expired closes its order, and one that is still open keeps it", async () => {
    const old = await onPaymentPage(await somebody(), await courseForSale());
    await forward(50 * 60);
    const young = await onPaymentPage(await somebody(), await courseForSale());
    await forward(16 * 60);
    await panel("deliver", {});
    await db.stripeEvent.deleteMany();
    await reconcileOpen(now());
    expect([await stateOf(old.orderId), await stateOf(young.orderId)]).toEqual(["expired", "open"]);
  });

  test("an order for which no page was ever made is closed when its hour is over", async () => {
    const { orderId, sessionId } = await onPaymentPage(await somebody(), await courseForSale());
    await db.paymentAttempt.updateMany({ where: { sessionId }, data: { sessionId: null, url: null } });
    await forward(20 * 60);
    await reconcileOpen(now());
    expect(await stateOf(orderId)).toBe("open");
    await forward(50 * 60);
    await reconcileOpen(now());
    expect(await outcome(orderId)).toMatchObject({ state: "expired", holdsKey: false, grounds: [], attempts: [{ state: "expired" }] });
  });

  test("a debit that failed while nobody listened frees its order", async () => {
    const { orderId } = await paidUnnoticed({ method: "sepa_debit" });
    await deliver();
    expect(await stateOf(orderId)).toBe("waiting-for-bank");
    const session = await db.paymentAttempt.findFirstOrThrow({ where: { orderId } });
    await panel("settle", { session: session.sessionId, outcome: "fail" });
    await reconcileOpen(new Date(now().getTime() + 16 * 60_000));
    expect(await outcome(orderId)).toMatchObject({ state: "failed", letters: ["payments.payment-failed"], grounds: [] });
  });

  test("messages that our address did not answer are fetched", async () => {
    await panel("faults", { endpoint: "down" });
    const { orderId } = await paidUnnoticed();
    await panel("deliver", {});
    expect((await reconcileOpen(now())).differences, "too early to tell").toEqual([]);
    await db.order.updateMany({ data: { createdAt: new Date(now().getTime() + 86_400_000) } });
    await forward(16 * 60);
    expect((await reconcileOpen(now())).differences.map(({ kind }) => kind)).toContain("event-undelivered");
    await doJobs();
    expect(await stateOf(orderId)).toBe("paid");
    // a second round finds nothing new
    expect((await reconcileOpen(now())).differences).toEqual([]);
  });

  test("one order that cannot be read does not hold up the others", async () => {
    const first = await paidUnnoticed();
    const second = await paidUnnoticed();
    await forward(16 * 60);
    await panel("faults", { answers: [{ path: `/v1/checkout/sessions/${first.sessionId}`, method: "GET", status: 500, times: 3 }] });
    const round = await reconcileOpen(now());
    expect(round.differences.map(({ kind }) => kind).slice(0, 2)).toEqual(["unreadable", "paid-unnoticed"]);
    expect([await stateOf(first.orderId), await stateOf(second.orderId)]).toEqual(["open", "paid"]);
  });
});

describe("every night", () => {
  test("money on an order we had given up is found, and enrols", async () => {
    const { orderId, buyer, course } = await paidUnnoticed();
    await db.order.update({ where: { id: orderId }, data: { state: "expired", openKey: null } });
    await forward(31 * 86_400);
    const round = await reconcileNightly(now());
    expect(round.differences).toEqual([{ kind: "paid-unnoticed", subject: orderId, repaired: true }]);
    expect(await mayEnter(buyer, course)).toBe(true);
    expect((await reconcileNightly(now())).differences).toEqual([]);
  });

  test("a paid order that lost its enrolment gets it back, and one whose access was ended on purpose does not", async () => {
    const lost = await paidUnnoticed();
    const ended = await paidUnnoticed();
    await deliver();
    await db.ground.deleteMany({ where: { personId: lost.buyer.id } });
    await db.ground.updateMany({ where: { personId: ended.buyer.id }, data: { endedAt: now(), endReason: "by hand" } });
    const round = await reconcileNightly(now());
    expect(round.differences).toEqual([{ kind: "paid-without-enrolment", subject: lost.orderId, repaired: true }]);
    expect([await mayEnter(lost.buyer, lost.course), await mayEnter(ended.buyer, ended.course)]).toEqual([true, false]);
  });

  test("money that went back without a message ends access, however long ago it was paid", async () => {
    const { orderId, sessionId, buyer, course } = await paidUnnoticed();
    const kept = await paidUnnoticed();
    await deliver();
    await forward(200 * 86_400);
    await panel("faults", { endpoint: "off" });
    await panel("refund", { session: sessionId });
    await panel("refund", { session: kept.sessionId, amount: 1000 });
    const { differences } = await reconcileNightly(now());
    expect(differences).toHaveLength(2);
    expect(differences).toContainEqual({ kind: "refund-unnoticed", subject: orderId, repaired: true });
    expect([await stateOf(orderId), await mayEnter(buyer, course)]).toEqual(["refunded", false]);
    expect([await stateOf(kept.orderId), await mayEnter(kept.buyer, kept.course)]).toEqual(["partly-refunded", true]);
    expect((await reconcileNightly(now())).differences).toEqual([]);
  });

  test("a refund that the bank sent back later is shown to the office, until the buyer has the money after all", async () => {
    const { orderId, sessionId, buyer, course } = await paidUnnoticed();
    await deliver();
    const { id } = await panel<{ id: string }>("refund", { session: sessionId });
    await deliver();
    expect((await reconcileNightly(now())).differences).toEqual([]);
    await panel("settle-refund", { refund: id, outcome: "fail" });
    await deliver();
    for (let night = 0; night < 2; night++)
      expect((await reconcileNightly(now())).differences).toEqual([{ kind: "refund-failed", subject: orderId, repaired: false }]);
    expect([await stateOf(orderId), await mayEnter(buyer, course)]).toEqual(["refunded", false]);
    const { reference } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    expect((await standingDifferences("nl")).map(({ problem }) => problem)).toEqual([
      `De terugbetaling van bestelling ${reference} is mislukt: de koper heeft het geld niet, en de toegang is al beëindigd.`,
    ]);
    await panel("refund", { session: sessionId });
    await deliver();
    await reconcileNightly(now());
    expect(await standingDifferences()).toEqual([]);
  });

  test("a dispute without a message is shown to the office", async () => {
    const { orderId, sessionId } = await paidUnnoticed({ method: "card" });
    await deliver();
    await panel("faults", { endpoint: "off" });
    await panel("dispute", { session: sessionId });
    await reconcileNightly(now());
    expect(await outcome(orderId)).toMatchObject({ state: "paid", disputed: true });
  });

  test("an order that was paid back gets no access, though its enrolment was lost", async () => {
    const { orderId, sessionId, buyer, course } = await paidUnnoticed();
    await deliver();
    await panel("refund", { session: sessionId });
    await deliver();
    await db.ground.deleteMany({ where: { personId: buyer.id } });
    expect((await reconcileNightly(now())).differences).toEqual([]);
    expect([await stateOf(orderId), await mayEnter(buyer, course)]).toEqual(["refunded", false]);
  });

  test("a site that moved to another address still knows what was paid at the old one", async () => {
    await paidUnnoticed();
    await deliver();
    const settings = env();
    const { origin } = settings;
    Object.assign(settings, { origin: "https://nieuw.example.org" });
    onTestFinished(() => {
      Object.assign(settings, { origin });
    });
    expect((await reconcileNightly(now())).differences).toEqual([]);
  });

  test("money without an order and an order without money are shown, not touched", async () => {
    const { orderId } = await paidUnnoticed();
    await deliver();
    await db.payment.updateMany({ where: { orderId }, data: { sessionId: "cs_test_vanished" } });
    await db.paymentAttempt.updateMany({ where: { orderId }, data: { sessionId: "cs_test_vanished" } });
    const round = await reconcileNightly(now());
    expect(round.differences.map(({ kind, repaired }) => [kind, repaired])).toEqual([
      ["money-without-order", false],
      ["order-without-money", false],
    ]);
    expect((await reconciliations()).found).toHaveLength(1);
    const { reference } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    const standing = await standingDifferences("nl");
    expect(standing.map(({ problem }) => problem)).toEqual([
      expect.stringContaining("maar er is geen bestelling bij"),
      `Bestelling ${reference} staat op betaald, maar Stripe laat die betaling niet zien.`,
    ]);
    // Mended, the next round finds nothing and the list is empty.
    await db.order.updateMany({ data: { paidAt: new Date(0) } });
    await panel("reset", {});
    await reconcileNightly(now());
    expect(await standingDifferences()).toEqual([]);
  });

  test("another site's sessions on the same account are none of our business", async () => {
    await panel("send", { kind: "foreign" });
    expect(await reconcileNightly(now())).toEqual({ looked: 0, differences: [] });
  });

  test("a round reads more than one page of sessions", async () => {
    await Promise.all(Array.from({ length: 3 }, () => paidUnnoticed()));
    await deliver();
    expect((await stripe().checkout.sessions.list({ limit: 2 })).has_more).toBe(true);
    expect((await reconcileNightly(now())).looked).toBe(6);
  });
});
