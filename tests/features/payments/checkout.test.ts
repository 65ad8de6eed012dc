import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { buyPage } from "#app/features/payments/buy-page.server.ts";
import { startCheckout } from "#app/features/payments/checkout.server.ts";
import { ownsForMoney } from "#app/features/payments/ownership.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { breakTable, deliver, forward, look, now, openShop, panel, repairAll, stripe } from "#tests/support/stripe-shop.ts";
import {
  buy,
  courseForSale,
  formFor,
  mayEnter,
  onPaymentPage,
  paidUnnoticed,
  sessionIn,
  setPrice,
  somebody,
  stateOf,
} from "#tests/support/stripe-stories.ts";

openShop();

const sessionsAtStripe = async () => (await stripe().checkout.sessions.list({ limit: 100 })).data;

describe("a payment page", () => {
  test("asks exactly the price of the order, once, in the buyer's language, and says whose order it is", async () => {
    const course = await courseForSale();
    const { sessionId, orderId, url } = await onPaymentPage(await somebody(), course);
    expect(new URL(url).hash.length).toBeGreaterThan(10);
    const session = await stripe().checkout.sessions.retrieve(sessionId, { expand: ["line_items"] });
    const tags = { app: "kring", env: "http://localhost:3987", order: orderId };
    expect(session).toMatchObject({
      amount_total: 9500,
      currency: "eur",
      locale: "nl",
      client_reference_id: orderId,
      metadata: tags,
      submit_type: "pay",
      adaptive_pricing: { enabled: false },
    });
    expect(session.allowed_payment_method_types).toEqual(["card", "ideal", "bancontact", "sepa_debit"]);
    expect(session.success_url).toBe("http://localhost:3987/checkout/thanks?session_id={CHECKOUT_SESSION_ID}");
    expect(session.cancel_url).toBe(`http://localhost:3987/masterclasses/${course.slug}/buy?back=1`);
    expect(session.expires_at - session.created).toBeGreaterThan(59 * 60);
    expect(session.expires_at - session.created).toBeLessThanOrEqual(60 * 60 + 1);
    await panel("pay", { session: sessionId });
    const paid = await stripe().checkout.sessions.retrieve(sessionId, { expand: ["payment_intent"] });
    expect(paid.payment_intent).toMatchObject({ metadata: tags });
  });

  test("is made with the pinned API version, without a warning from Stripe", async () => {
    await onPaymentPage(await somebody(), await courseForSale());
    expect(await look("warnings")).toEqual([]);
  });

  test("leaves a snapshot of price, tax, provider and withdrawal choice on the order", async () => {
    const course = await courseForSale();
    const { orderId } = await onPaymentPage(await somebody(), course, { company: "Zorggroep", companyReference: "KP-7" });
    const order = await db.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: true } });
    expect(order).toMatchObject({
      state: "open",
      totalCents: 9500,
      currency: "EUR",
      company: "Zorggroep",
      companyReference: "KP-7",
      mode: "sandbox",
      withdrawalChoice: "start-now",
      withdrawalVersion: "service-2026-11b",
    });
    expect(order.withdrawalText).toContain("Ik verzoek uitdrukkelijk");
    expect(order.provider).toMatchObject({ tradeName: "De Proefkring" });
    expect(order.lines[0]).toMatchObject({ unitCents: 9500, vatCents: 1649, vatBasisPoints: 2100, accessMonths: 12 });
  });
});

describe("what the buyer sends", () => {
  test("a price made smaller in the browser is not asked for", async () => {
    const course = await courseForSale();
    const answer = await buy(await somebody(), course, { amountCents: 1 });
    expect(answer).toMatchObject({ ok: false, reason: "price-changed", offer: { amountCents: 9500 } });
    expect(await sessionsAtStripe()).toEqual([]);
  });

  test.each([
    ["a course that does not exist", async () => ({ ...(await courseForSale()), slug: "bestaat-niet" }), "unknown-course"],
    ["a retired course", () => courseForSale({ state: "retired" }), "not-for-sale"],
    ["a course without a price", () => courseForSale({ offered: false }), "not-for-sale"],
  ])("%s opens no payment page", async (_name, make, reason) => {
    expect(await buy(await somebody(), await make())).toEqual({ ok: false, reason });
    expect(await sessionsAtStripe()).toEqual([]);
    expect(await db.order.count()).toBe(0);
  });

  test("the price of another course does not open this one's payment page", async () => {
    const [dear, cheap] = [await courseForSale({ cents: 29_500 }), await courseForSale({ cents: 100 })];
    expect(await buy(await somebody(), dear, { offerId: cheap.offerId, amountCents: 100 })).toMatchObject({
      ok: false,
      reason: "price-changed",
    });
    expect(await sessionsAtStripe()).toEqual([]);
  });

  test("a price that changed since the page was shown is asked about again", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const dearer = await setPrice(course.slug, 12_000);
    expect(await buy(buyer, course)).toMatchObject({ ok: false, reason: "price-changed", offer: { id: dearer.id, amountCents: 12_000 } });
    expect(await buy(buyer, course, { offerId: dearer.id, amountCents: 12_000 })).toMatchObject({ ok: true });
  });

  test("a price that changed while the payment page was open does not change what was agreed", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const { sessionId, orderId } = await onPaymentPage(buyer, course);
    await setPrice(course.slug, 12_000);
    await panel("pay", { session: sessionId });
    await deliver();
    expect(await stateOf(orderId)).toBe("paid");
    expect(await db.order.findUnique({ where: { id: orderId }, select: { totalCents: true } })).toEqual({ totalCents: 9500 });
  });
});

describe("with a VAT number", () => {
  test("the order says that there is no withdrawal period, and no consumer's text", async () => {
    const { orderId } = await onPaymentPage(await somebody(), await courseForSale(), { vatId: "NL123456789B01" });
    const order = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(order).toMatchObject({ vatId: "NL123456789B01", withdrawalVersion: "business-2026-11", withdrawalChoice: "start-now" });
    expect(order.withdrawalText).toContain("de bedenktijd voor consumenten geldt daarvoor niet");
    expect(order.withdrawalText).not.toContain("herroep");
  });

  test("taken out again before paying gives the consumer's text back", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const { orderId } = await onPaymentPage(buyer, course, { vatId: "NL123456789B01" });
    await onPaymentPage(buyer, course);
    expect(await db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({
      vatId: null,
      withdrawalVersion: "service-2026-11b",
    });
  });
});

describe("pressing the button again", () => {
  test("twice at the same moment makes one order and one payment page", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const both = await Promise.all([buy(buyer, course), buy(buyer, course)]);
    expect(both.map((answer) => answer.ok)).toEqual([true, true]);
    expect(await sessionsAtStripe()).toHaveLength(1);
    expect([await db.order.count(), await db.paymentAttempt.count()]).toEqual([1, 1]);
    expect(await db.stripeCustomer.count()).toBe(1);
  });

  test("from a second tab leads to the page that is open already", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const first = await onPaymentPage(buyer, course);
    expect(await buy(buyer, course)).toEqual({ ok: true, url: first.url });
    expect(await sessionsAtStripe()).toHaveLength(1);
  });

  test("with another company closes the old page first and changes the order", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const first = await onPaymentPage(buyer, course);
    const second = await onPaymentPage(buyer, course, { company: "Zorggroep" });
    expect(second.orderId).toBe(first.orderId);
    expect((await stripe().checkout.sessions.retrieve(first.sessionId)).status).toBe("expired");
    expect(await db.order.findUnique({ where: { id: first.orderId }, select: { company: true, state: true } })).toEqual({
      company: "Zorggroep",
      state: "open",
    });
    await deliver();
    expect(await stateOf(first.orderId)).toBe("open");
    await panel("pay", { session: second.sessionId });
    await deliver();
    expect(await stateOf(first.orderId)).toBe("paid");
  });

  test("after another edition went on sale closes the old page: what is paid for is what is sold now", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const first = await onPaymentPage(buyer, course);
    const [edition, revision] = await Promise.all([
      db.edition.findUniqueOrThrow({ where: { id: course.editionId }, select: { requirements: true, requirementsHash: true } }),
      db.editionRevision.findFirstOrThrow({ where: { editionId: course.editionId }, select: { compiled: true } }),
    ]);
    await db.edition.update({ where: { id: course.editionId }, data: { state: "reviewed" } });
    const text = { revision: 1, contentHash: `${course.slug} 2`, author: "test", reason: "test", source: {}, compilerVersion: 1 };
    const next = await db.edition.create({
      data: {
        ...{ courseSlug: course.slug, number: "2026.2", state: "on-sale", requirements: edition.requirements as object },
        requirementsHash: edition.requirementsHash,
        revisions: { create: [{ ...text, compiled: revision.compiled as object }] },
      },
    });
    const second = await onPaymentPage(buyer, course);
    expect([second.orderId === first.orderId, second.sessionId === first.sessionId]).toEqual([true, false]);
    expect((await stripe().checkout.sessions.retrieve(first.sessionId)).status).toBe("expired");
    expect(await db.orderLine.findFirst({ where: { orderId: first.orderId }, select: { editionId: true } })).toEqual({
      editionId: next.id,
    });
  });

  test("with another company after having paid changes nothing: the buyer is enrolled", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const { sessionId, orderId } = await onPaymentPage(buyer, course);
    await panel("pay", { session: sessionId });
    expect(await buy(buyer, course, { company: "Zorggroep" })).toEqual({ ok: false, reason: "already-enrolled" });
    expect(await db.order.findUnique({ where: { id: orderId }, select: { company: true, state: true } })).toEqual({
      company: null,
      state: "paid",
    });
  });

  test("for a course one has already opens no payment page", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await addGround(
      db,
      {
        personId: buyer.id,
        courseSlug: course.slug,
        editionId: course.editionId,
        kind: "gift",
        source: randomUUID(),
        mode: "sandbox",
        startsAt: now(),
        endsAt: null,
      },
      now(),
    );
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "already-enrolled" });
    expect(await sessionsAtStripe()).toEqual([]);
  });

  test("while the bank is still working on the first payment is refused", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const { sessionId } = await onPaymentPage(buyer, course);
    await panel("pay", { session: sessionId, method: "sepa_debit" });
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "waiting-for-bank" });
    await deliver();
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "waiting-for-bank" });
    expect(await sessionsAtStripe()).toHaveLength(1);
  });

  test("after the page expired makes a new order", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const first = await onPaymentPage(buyer, course);
    await forward(3700);
    await deliver();
    expect(await stateOf(first.orderId)).toBe("expired");
    const second = await onPaymentPage(buyer, course);
    expect(second.orderId).not.toBe(first.orderId);
  });

  test("when the page is about to expire replaces it", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const first = await onPaymentPage(buyer, course);
    await forward(55 * 60);
    const second = await onPaymentPage(buyer, course);
    expect([second.orderId, (await stripe().checkout.sessions.retrieve(first.sessionId)).status]).toEqual([first.orderId, "expired"]);
  });
});

describe("after play money", () => {
  test.each(["start-now", "wait"] as const)("what was bought with play money (%s) does not count as bought", async (withdrawalChoice) => {
    const { course, buyer } = await paidUnnoticed({ withdrawalChoice });
    await deliver();
    const owns = (mode: "sandbox" | "test" | "live") => ownsForMoney(db, buyer.id, course.slug, mode, now());
    expect([await owns("sandbox"), await owns("test"), await owns("live")]).toEqual([true, false, false]);
    // The same with real money behind it.
    await db.order.updateMany({ data: { mode: "live" } });
    await db.ground.updateMany({ data: { mode: "live" } });
    expect([await owns("sandbox"), await owns("test"), await owns("live")]).toEqual([true, true, true]);
  });

  test("who bought with play money can pay for the course after all, and is enrolled by it", async () => {
    const { course, buyer } = await paidUnnoticed();
    await deliver();
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "already-enrolled" });
    // The step from sandbox to test is the same as the one to real money, and our Stripe can play it.
    const { payments } = env();
    Object.assign(payments, { mode: "test" });
    onTestFinished(() => {
      Object.assign(payments, { mode: "sandbox" });
    });
    expect((await buyPage(course.slug, buyer.id, "nl", false, now()))?.owned).toBe(false);
    const { orderId, sessionId } = await onPaymentPage(buyer, course);
    await panel("pay", { session: sessionId });
    await deliver();
    expect(await stateOf(orderId)).toBe("paid");
    expect(await db.ground.findMany({ orderBy: { mode: "asc" }, select: { mode: true } })).toEqual([{ mode: "sandbox" }, { mode: "test" }]);
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "already-enrolled" });
  });

  test("a gift that opens later counts, whatever opened before with play money", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const later = new Date(now().getTime() + 86_400_000);
    await addGround(
      db,
      {
        personId: buyer.id,
        courseSlug: course.slug,
        editionId: course.editionId,
        kind: "gift",
        source: randomUUID(),
        mode: "live",
        startsAt: later,
        endsAt: null,
      },
      now(),
    );
    expect(await ownsForMoney(db, buyer.id, course.slug, "live", now())).toBe(true);
  });
});

describe("when Stripe or we fail half-way", () => {
  test("a crash after Stripe answered costs nothing: the next try finds the same page", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await breakTable("payment_attempt", "new.session_id is not null");
    await expect(buy(buyer, course)).rejects.toThrow("the plug was pulled");
    const [made] = await sessionsAtStripe();
    await repairAll();
    const { sessionId } = await onPaymentPage(buyer, course);
    expect(sessionId).toBe(made?.id);
    expect([await db.order.count(), (await sessionsAtStripe()).length]).toEqual([1, 1]);
  });

  test("a line that is cut after Stripe did the work gives the same page", async () => {
    const course = await courseForSale();
    await panel("faults", { cuts: [{ path: "/v1/checkout/sessions", method: "POST", times: 1 }] });
    const answer = await buy(await somebody(), course);
    expect(answer.ok).toBe(true);
    expect(await sessionsAtStripe()).toHaveLength(1);
  });

  test("a service that is down keeps the order, and the next try pays for it", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "POST", status: 500, times: 3 }] });
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "payment-service-down" });
    expect(await db.order.count({ where: { state: "open" } })).toBe(1);
    expect(await buy(buyer, course)).toMatchObject({ ok: true });
    expect(await db.order.count()).toBe(1);
  });

  test("a failure that Stripe keeps under the key does not stick to the buyer", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "POST", status: 500, stored: true, times: 1 }] });
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "payment-service-down" });
    expect(await buy(buyer, course)).toMatchObject({ ok: true });
  });

  test("a 500 that the SDK takes for success is not taken for a payment page", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "POST", status: 500, raw: true, times: 3 }] });
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "payment-service-down" });
    await panel("faults", { answers: [] });
    expect(await buy(buyer, course)).toMatchObject({ ok: true });
    expect(await db.order.count()).toBe(1);
  });
});

describe("who pays", () => {
  test("paying with another address enrols the person who ordered", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const other = await somebody({ email: "iemand.anders@example.org" });
    const { sessionId } = await onPaymentPage(buyer, course);
    await panel("pay", { session: sessionId, email: other.email, name: "Iemand Anders" });
    await deliver();
    expect([await mayEnter(buyer, course), await mayEnter(other, course)]).toEqual([true, false]);
  });

  test("a changed address is the one on the next payment page", async () => {
    const [one, two] = [await courseForSale(), await courseForSale()];
    const buyer = await somebody();
    await onPaymentPage(buyer, one);
    const { sessionId } = await onPaymentPage({ ...buyer, email: "nieuw@example.org" }, two);
    expect((await stripe().checkout.sessions.retrieve(sessionId)).customer_details?.email).toBe("nieuw@example.org");
    expect(await db.stripeCustomer.count()).toBe(1);
  });

  test("a customer that Stripe has forgotten is made anew", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await db.stripeCustomer.create({ data: { personId: buyer.id, mode: "sandbox", customerId: "cus_forgotten" } });
    expect(await buy(buyer, course)).toMatchObject({ ok: true });
  });

  test("a free course goes the same way and asks nothing to pay", async () => {
    const course = await courseForSale({ cents: 0 });
    const buyer = await somebody();
    const { sessionId, orderId } = await onPaymentPage(buyer, course);
    await panel("pay", { session: sessionId });
    await deliver();
    expect(await stateOf(orderId)).toBe("paid");
    expect(await db.payment.findMany({ select: { amountCents: true, method: true, paymentIntentId: true } })).toEqual([
      { amountCents: 0, method: "none", paymentIntentId: null },
    ]);
    expect(await mayEnter(buyer, course)).toBe(true);
    expect(await startCheckout(buyer, formFor(course), now())).toEqual({ ok: false, reason: "already-enrolled" });
  });

  test("the address in the browser leads to the sandbox, never to Stripe", async () => {
    const answer = await buy(await somebody(), await courseForSale());
    expect(answer.ok && sessionIn(answer.url)).toMatch(/^cs_test_/);
  });
});
