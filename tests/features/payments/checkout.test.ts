import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { accessTo, hasActiveOrFutureGround } from "#app/features/enrolment/access.server.ts";
import type { Mode } from "#app/features/enrolment/access.ts";
import { addGround, type NewGround } from "#app/features/enrolment/grounds.server.ts";
import { buyPage } from "#app/features/payments/buy-page.server.ts";
import { startCheckout } from "#app/features/payments/checkout.server.ts";
import { startOfDay } from "#app/platform/clock.ts";
import { db, pool } from "#app/platform/db.server.ts";
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
  type TestCourse,
} from "#tests/support/stripe-stories.ts";

openShop();

/** A place that was given away, open from now on. */
const giftOf = (person: { id: string }, course: TestCourse): NewGround => ({
  personId: person.id,
  courseSlug: course.slug,
  editionId: course.editionId,
  kind: "gift",
  source: randomUUID(),
  mode: "sandbox",
  startsAt: now(),
  endsAt: null,
});
const owns = (person: { id: string }, course: TestCourse, atLeast: Mode, at = now()) =>
  hasActiveOrFutureGround(db, { personId: person.id, courseSlug: course.slug, atLeast }, at);

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

  test("with another company, and paying on the old page at that very moment: the payment counts, once", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const { sessionId, orderId } = await onPaymentPage(buyer, course);
    await pool().query(
      `create or replace function test_slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end $$`,
    );
    await pool().query(`create trigger test_slow before update on "order" for each row execute function test_slow()`);
    onTestFinished(async () => {
      await pool().query(`drop trigger if exists test_slow on "order"`);
    });
    const changed = buy(buyer, course, { company: "Zorggroep" });
    const looking = async () => (await pool().query("select 1 from pg_stat_activity where wait_event = 'PgSleep'")).rows.length > 0;
    for (let turn = 0; turn < 500 && !(await looking()); turn++) await sleep(10);
    // The page was open when it was looked at; it cannot be closed any more.
    await panel("pay", { session: sessionId });
    expect(await changed).toEqual({ ok: false, reason: "already-enrolled" });
    expect(await db.order.findMany({ select: { id: true, state: true, company: true } })).toEqual([
      { id: orderId, state: "paid", company: null },
    ]);
    expect([await db.payment.count(), (await sessionsAtStripe()).length]).toEqual([1, 1]);
  });

  test("after the terms or the months of access changed closes the old page: what is bought is what the page says now", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const first = await onPaymentPage(buyer, course);
    const { id, compiled } = await db.editionRevision.findFirstOrThrow({ where: { editionId: course.editionId } });
    await db.editionRevision.update({ where: { id }, data: { compiled: { ...(compiled as object), accessMonths: 18 } } });
    const second = await onPaymentPage(buyer, course);
    expect([second.orderId === first.orderId, second.sessionId === first.sessionId]).toEqual([true, false]);
    expect(await db.orderLine.findFirst({ select: { accessMonths: true } })).toEqual({ accessMonths: 18 });
    await db.order.updateMany({ data: { termsVersion: "of long ago" } });
    const third = await onPaymentPage(buyer, course);
    expect(third.sessionId).not.toBe(second.sessionId);
    expect((await db.order.findFirstOrThrow({})).termsVersion).not.toBe("of long ago");
    expect((await onPaymentPage(buyer, course)).sessionId).toBe(third.sessionId);
  });

  test("for a course one has already opens no payment page", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await addGround(db, giftOf(buyer, course), now());
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
    const each = async () => [await owns(buyer, course, "sandbox"), await owns(buyer, course, "test"), await owns(buyer, course, "live")];
    expect(await each()).toEqual([true, false, false]);
    // The same with real money behind it.
    await db.order.updateMany({ data: { mode: "live" } });
    await db.ground.updateMany({ data: { mode: "live" } });
    expect(await each()).toEqual([true, true, true]);
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
    expect(await db.ground.findMany({ orderBy: { mode: "asc" }, select: { mode: true, enrolment: { select: { cycle: true } } } })).toEqual([
      { mode: "sandbox", enrolment: { cycle: 1 } },
      { mode: "test", enrolment: { cycle: 2 } },
    ]);
    expect(await accessTo(db, buyer.id, course.slug, now())).toMatchObject({ ok: true, mode: "test" });
    expect(await buy(buyer, course)).toEqual({ ok: false, reason: "already-enrolled" });
  });

  test("who waits for a place paid in earnest owns it to the last minute, whatever play money opened", async () => {
    const { course, buyer } = await paidUnnoticed({ withdrawalChoice: "wait" });
    await deliver();
    await db.order.updateMany({ data: { mode: "live" } });
    await db.ground.updateMany({ data: { mode: "live" } });
    await addGround(db, { ...giftOf(buyer, course), mode: "sandbox" }, now());
    const opens = startOfDay(now(), 15);
    expect(await owns(buyer, course, "live", new Date(opens.getTime() - 1))).toBe(true);
  });

  test("a gift that opens later counts, whatever opened before with play money", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const later = new Date(now().getTime() + 86_400_000);
    await addGround(db, giftOf(buyer, course), now());
    await addGround(db, { ...giftOf(buyer, course), mode: "live", startsAt: later }, now());
    expect(await owns(buyer, course, "live")).toBe(true);
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

  test.each(["/v1/checkout/sessions", "/v1/customers"])(
    "a failure of %s that Stripe keeps under the key does not stick to the buyer",
    async (path) => {
      const course = await courseForSale();
      const buyer = await somebody();
      await panel("faults", { answers: [{ path, method: "POST", status: 500, stored: true, times: 1 }] });
      expect(await buy(buyer, course)).toEqual({ ok: false, reason: "payment-service-down" });
      expect(await buy(buyer, course)).toMatchObject({ ok: true });
    },
  );

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
