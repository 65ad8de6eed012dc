import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { fulfil } from "#app/features/payments/fulfil.server.ts";
import { needsReview, ordersOf } from "#app/features/payments/orders.server.ts";
import { returnFromPayment } from "#app/features/payments/return-page.server.ts";
import { recheckOrder } from "#app/features/payments/review.server.ts";
import { startOfDay } from "#app/platform/clock.ts";
import { db, isUniqueViolation, pool } from "#app/platform/db.server.ts";
import { breakTable, deliver, doJobs, forward, now, openShop, panel, repairAll, stripe } from "#tests/support/stripe-shop.ts";
import { courseForSale, mayEnter, onPaymentPage, outcome, paidUnnoticed, somebody, stateOf } from "#tests/support/stripe-stories.ts";

openShop();

const PAID = {
  state: "paid",
  reviewReason: null,
  holdsKey: false,
  disputed: false,
  enrolments: 1,
  letters: ["payments.receipt"],
  attempts: [{ state: "complete" }],
  grounds: [{ kind: "purchase", mode: "sandbox", endReason: null }],
  payments: [{ role: "counted", amountCents: 9500, method: "ideal" }],
};

describe("a paid order", () => {
  test("enrols from now for the months that were sold, and says so in the receipt", async () => {
    const { orderId, buyer, course } = await paidUnnoticed();
    await deliver();
    expect(await outcome(orderId)).toEqual(PAID);
    expect(await mayEnter(buyer, course)).toBe(true);
    const receipt = await db.outboxMail.findUniqueOrThrow({ where: { key: `receipt:${orderId}` }, select: { to: true, text: true } });
    expect(receipt.to).toBe(buyer.email);
    for (const words of [
      "Eenzaamheid begrijpen",
      "95,00",
      "16,49",
      "iDEAL | Wero",
      "Ik verzoek uitdrukkelijk om meteen te beginnen",
      "service-2026-11b",
      "De Proefkring",
      "12345678",
      "oefenbestelling",
    ])
      expect(receipt.text.replace(/\s+/g, " ")).toContain(words);
  });

  test("has a receipt by the seller of then, under the logo of now", async () => {
    const { orderId } = await paidUnnoticed();
    const { details } = await db.provider.findUniqueOrThrow({ where: { id: 1 }, select: { details: true } });
    const renewed = { ...(details as object), tradeName: "De Nieuwe Kring" };
    const logo = { fileId: randomUUID(), sha256: "b".repeat(64), mediaType: "image/png" };
    await db.order.update({
      where: { id: orderId },
      data: { provider: { ...(details as object), logo: { ...logo, url: "http://old/logo?v=a" } } },
    });
    await db.provider.update({ where: { id: 1 }, data: { details: { ...renewed, logo } } });
    onTestFinished(async () => {
      await db.provider.update({ where: { id: 1 }, data: { details: details as object } });
    });
    await deliver();
    const receipt = await db.outboxMail.findUniqueOrThrow({ where: { key: `receipt:${orderId}` }, select: { html: true } });
    expect(receipt.html).toContain(`/logo?v=${"b".repeat(16)}"`);
    expect(receipt.html).not.toContain("http://old/");
    expect(receipt.html).toContain("De Proefkring");
    expect(receipt.html).not.toContain("De Nieuwe Kring");
  });

  test("with the choice to wait opens on day 15 and not before", async () => {
    const { orderId, buyer, course } = await paidUnnoticed({ withdrawalChoice: "wait" });
    await deliver();
    expect(await stateOf(orderId)).toBe("paid");
    const opens = startOfDay(now(), 15);
    const justBefore = new Date(opens.getTime() - 1);
    expect([await mayEnter(buyer, course), await mayEnter(buyer, course, justBefore), await mayEnter(buyer, course, opens)]).toEqual([
      false,
      false,
      true,
    ]);
    const ground = await db.ground.findFirstOrThrow({ where: { personId: buyer.id } });
    expect(Math.round(((ground.endsAt?.getTime() ?? 0) - ground.startsAt.getTime()) / 86_400_000)).toBeGreaterThanOrEqual(365);
  });

  test("told five times at once and looked at ten times enrols once and writes one receipt", async () => {
    const { orderId, sessionId, buyer } = await paidUnnoticed();
    await panel("deliver", {});
    const looks = await Promise.all([
      ...Array.from({ length: 5 }, () => fulfil(orderId, "webhook", now())),
      ...Array.from({ length: 10 }, () => returnFromPayment(sessionId, buyer.id, now())),
      panel("redeliver", { times: 5, parallel: true }),
    ]);
    expect(looks).toHaveLength(16);
    await doJobs();
    expect(await outcome(orderId)).toEqual(PAID);
  });

  test.each([["ground"], ["outbox_mail"], ["payment"], ["order"], ["stripe_event"]])(
    "a crash while writing the %s leaves nothing half done, and the next try does all of it",
    async (table) => {
      const { orderId } = await paidUnnoticed();
      await panel("deliver", {});
      await breakTable(table, table === "stripe_event" ? "new.state = 'done'" : "true");
      expect((await doJobs()).join()).toContain("the plug was pulled");
      expect(await outcome(orderId)).toMatchObject({ state: "open", payments: [], grounds: [], letters: [], enrolments: 0 });
      await repairAll();
      expect(await doJobs()).toEqual([]);
      expect(await outcome(orderId)).toEqual(PAID);
      expect(await db.stripeEvent.count({ where: { state: "done" } })).toBe(1);
    },
  );

  test("whose buyer erased the account meanwhile grants nothing and waits for the office", async () => {
    const { orderId, buyer } = await paidUnnoticed();
    await db.order.update({ where: { id: orderId }, data: { personId: null } });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({
      state: "needs-review",
      reviewReason: "buyer-gone",
      grounds: [],
      payments: [{ role: "surplus", amountCents: 9500 }],
    });
    expect(await ordersOf(buyer.id)).toEqual([]);
  });
});

describe("money that does not add up", () => {
  test.each([
    ["a cent less", { amountDelta: -1 }, "amount-differs"],
    ["dollars", { currency: "usd" }, "currency-differs"],
  ])("%s grants nothing and tells the office what to do", async (_name, fault, reason) => {
    const { orderId, buyer, course } = await paidUnnoticed();
    await panel("faults", { sessionReads: [{ ...fault, times: 1 }] });
    await fulfil(orderId, "webhook", now());
    expect(await outcome(orderId)).toMatchObject({ state: "needs-review", reviewReason: reason, grounds: [], payments: [] });
    expect(await mayEnter(buyer, course)).toBe(false);
    const [task] = await needsReview(db, "nl");
    expect(task?.problem).toContain("ander bedrag of een andere munt");
    expect(task?.remedy).toContain("Kijk opnieuw");
    expect(await db.auditEvent.count({ where: { subjectId: orderId, action: "payments.order-needs-review" } })).toBe(1);
    // A second look by a machine changes nothing; one by the office, when all adds up, does.
    await fulfil(orderId, "reconcile", now());
    expect(await stateOf(orderId)).toBe("needs-review");
    await recheckOrder(orderId, buyer.id, now());
    expect(await outcome(orderId)).toEqual(PAID);
  });

  test("a price that was also shown in dollars is still a payment in euros", async () => {
    const { orderId } = await paidUnnoticed();
    await panel("faults", { sessionReads: [{ presentment: true, times: 5 }] });
    await fulfil(orderId, "webhook", now());
    expect(await stateOf(orderId)).toBe("paid");
  });

  test("a page Stripe answers nonsense about changes nothing", async () => {
    const { orderId } = await paidUnnoticed();
    await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "GET", status: 500, raw: true, times: 3 }] });
    await expect(fulfil(orderId, "webhook", now())).rejects.toThrow("something else than a checkout.session");
    expect(await stateOf(orderId)).toBe("open");
  });
});

describe("paying twice", () => {
  /** A second page for the same order, as a bug or a Dashboard user might make one. */
  async function secondPage(orderId: string, sessionId: string): Promise<string> {
    const first = await stripe().checkout.sessions.retrieve(sessionId);
    const second = await stripe().checkout.sessions.create({
      mode: "payment",
      success_url: "http://localhost:3987/",
      metadata: { ...first.metadata },
      payment_intent_data: { metadata: { ...first.metadata } },
      line_items: [{ quantity: 1, price_data: { currency: "eur", unit_amount: 9500, product_data: { name: "x" } } }],
    });
    await db.paymentAttempt.create({
      data: { orderId, idempotencyKey: randomUUID(), sessionId: second.id, state: "expired", expiresAt: new Date() },
    });
    return second.id;
  }

  test("gives one enrolment and one task; when the office pays one back the task is gone", async () => {
    const { orderId, sessionId } = await paidUnnoticed();
    const second = await secondPage(orderId, sessionId);
    await panel("pay", { session: second });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({
      state: "needs-review",
      reviewReason: "paid-twice",
      enrolments: 1,
      grounds: [{ endReason: null }],
      letters: ["payments.receipt", "payments.second-payment"],
    });
    expect(
      (await db.payment.findMany({ where: { orderId }, select: { role: true }, orderBy: { id: "asc" } })).map(({ role }) => role),
    ).toEqual(["counted", "surplus"]);
    await panel("refund", { session: second });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", reviewReason: null, enrolments: 1, grounds: [{ endReason: null }] });
    expect(await needsReview(db)).toEqual([]);
  });

  test("it makes no difference which of the two the office pays back, and paying back both ends access", async () => {
    const { orderId, sessionId, buyer, course } = await paidUnnoticed();
    const second = await secondPage(orderId, sessionId);
    await panel("pay", { session: second });
    await deliver();
    await panel("refund", { session: sessionId });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", reviewReason: null, grounds: [{ endReason: null }] });
    await panel("refund", { session: second, amount: 500 });
    await deliver();
    expect([await stateOf(orderId), await mayEnter(buyer, course)]).toEqual(["partly-refunded", true]);
    await panel("refund", { session: second });
    await deliver();
    expect([await stateOf(orderId), await mayEnter(buyer, course)]).toEqual(["refunded", false]);
  });

  test("a dispute about either of the two is shown to the office", async () => {
    const { orderId, sessionId } = await paidUnnoticed({ method: "card" });
    const second = await secondPage(orderId, sessionId);
    await panel("pay", { session: second, method: "card" });
    await deliver();
    await panel("refund", { session: sessionId });
    await panel("dispute", { session: second });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", disputed: true });
    const { payload } = await db.stripeEvent.findFirstOrThrow({ where: { type: "charge.dispute.created" }, select: { payload: true } });
    await panel("move-dispute", { dispute: (payload as { id: string }).id, to: "won" });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", disputed: false });
  });

  test("after the order was settled is surplus too", async () => {
    const { orderId, sessionId } = await paidUnnoticed();
    await deliver();
    await panel("pay", { session: await secondPage(orderId, sessionId) });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({
      state: "needs-review",
      reviewReason: "paid-twice",
      enrolments: 1,
      grounds: [{ endReason: null }],
    });
  });

  test("for a course that came as a gift while the page was open is not granted twice, and the gift stays", async () => {
    const { orderId, buyer, course } = await paidUnnoticed();
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
    await deliver();
    expect(await outcome(orderId)).toMatchObject({
      state: "needs-review",
      reviewReason: "already-owned",
      grounds: [],
      payments: [{ role: "surplus" }],
    });
    expect(await mayEnter(buyer, course)).toBe(true);
  });

  test("on two orders for one course, both told at the same moment, grants once", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const first = await onPaymentPage(buyer, course);
    await db.order.update({ where: { id: first.orderId }, data: { openKey: null } });
    const second = await onPaymentPage(buyer, course);
    for (const { sessionId } of [first, second]) await panel("pay", { session: sessionId });
    await Promise.all([first, second].map(({ orderId }) => fulfil(orderId, "webhook", now())));
    const states = [await stateOf(first.orderId), await stateOf(second.orderId)].sort();
    expect(states).toEqual(["needs-review", "paid"]);
    expect(await db.ground.count({ where: { personId: buyer.id } })).toBe(1);
    expect(await db.enrolment.count({ where: { personId: buyer.id } })).toBe(1);
  });
});

describe("asked over and over from outside", () => {
  test("a settled order is told as it stands, though Stripe cannot be reached", async () => {
    const { orderId, sessionId, buyer } = await paidUnnoticed();
    await deliver();
    const { checkedAt } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "GET", status: 500, times: 50 }] });
    expect(await returnFromPayment(sessionId, buyer.id, now())).toMatchObject({ status: "paid" });
    expect((await db.order.findUniqueOrThrow({ where: { id: orderId } })).checkedAt).toEqual(checkedAt);
  });

  test("an order that is open is looked at a number of times a minute, and no more", async () => {
    const { sessionId, orderId } = await onPaymentPage(await somebody(), await courseForSale());
    const at = new Date(Math.ceil(now().getTime() / 60_000) * 60_000);
    const checked = async () => (await db.order.findUniqueOrThrow({ where: { id: orderId } })).checkedAt;
    for (let turn = 0; turn < 30; turn++) await returnFromPayment(sessionId, null, new Date(at.getTime() + turn), "192.0.2.1");
    expect(await checked()).toEqual(new Date(at.getTime() + 29));
    await returnFromPayment(sessionId, null, new Date(at.getTime() + 100), "192.0.2.2");
    expect(await checked()).toEqual(new Date(at.getTime() + 29));
    await returnFromPayment(sessionId, null, new Date(at.getTime() + 60_000), "192.0.2.1");
    expect(await checked()).toEqual(new Date(at.getTime() + 60_000));
    expect(await db.rateLimit.count({ where: { key: { contains: "192.0.2" } } })).toBe(0);
  });

  test("one client is held back over many sessions too", async () => {
    const pages = [
      await onPaymentPage(await somebody(), await courseForSale()),
      await onPaymentPage(await somebody(), await courseForSale()),
    ];
    const at = new Date(Math.ceil(now().getTime() / 60_000) * 60_000);
    for (let turn = 0; turn < 31; turn++)
      await returnFromPayment(pages[turn % 2]?.sessionId ?? "", null, new Date(at.getTime() + turn), "192.0.2.1");
    expect((await db.order.findUniqueOrThrow({ where: { id: pages[0]?.orderId } })).checkedAt).toEqual(new Date(at.getTime() + 28));
  });
});

describe("a direct debit", () => {
  test("gives no access while the bank has not answered, and does when it has", async () => {
    const { orderId, buyer, course, sessionId } = await paidUnnoticed({ method: "sepa_debit" });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "waiting-for-bank", holdsKey: true, grounds: [], payments: [], letters: [] });
    expect(await returnFromPayment(sessionId, buyer.id, now())).toMatchObject({ status: "waiting" });
    await panel("settle", { session: sessionId, outcome: "succeed" });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({
      state: "paid",
      enrolments: 1,
      letters: ["payments.receipt"],
      payments: [{ role: "counted", method: "sepa_debit" }],
    });
    expect(await mayEnter(buyer, course)).toBe(true);
  });

  test("that the bank refuses after five days frees the order, says that nothing was taken, and can be tried again", async () => {
    const { orderId, buyer, course, sessionId } = await paidUnnoticed({ method: "sepa_debit" });
    await deliver();
    await forward(4 * 86_400);
    await panel("settle", { session: sessionId, outcome: "fail" });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "failed", holdsKey: false, grounds: [], letters: ["payments.payment-failed"] });
    const letter = await db.outboxMail.findUniqueOrThrow({ where: { key: `payment-failed:${orderId}` }, select: { text: true } });
    expect(letter.text).toContain("Er is niets afgeschreven");
    expect((await onPaymentPage(buyer, course)).orderId).not.toBe(orderId);
  });

  test("of which we only hear of the failure goes through waiting to failed, and grants nothing", async () => {
    const { orderId, sessionId } = await paidUnnoticed({ method: "sepa_debit" });
    await panel("settle", { session: sessionId, outcome: "fail" });
    await fulfil(orderId, "reconcile", now());
    expect(await outcome(orderId)).toMatchObject({ state: "failed", grounds: [], payments: [] });
    const trail = await db.auditEvent.findMany({
      where: { subjectId: orderId, action: { startsWith: "payments.order-" } },
      orderBy: { id: "asc" },
      select: { action: true },
    });
    expect(trail.map(({ action }) => action)).toEqual([
      "payments.order-placed",
      "payments.order-waiting-for-bank",
      "payments.order-failed",
    ]);
  });
});

describe("money that comes late or goes back", () => {
  test.each(["expired", "failed"])("on an order we had given up as %s still enrols", async (state) => {
    const { orderId, buyer, course } = await paidUnnoticed();
    await db.order.update({ where: { id: orderId }, data: { state, openKey: null } });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", enrolments: 1 });
    expect(await mayEnter(buyer, course)).toBe(true);
  });

  test("a full refund in the Dashboard ends access, a part of it does not, and neither comes back by an old message", async () => {
    const { orderId, sessionId, buyer, course } = await paidUnnoticed();
    await deliver();
    await panel("refund", { session: sessionId, amount: 1000 });
    await deliver();
    expect([await stateOf(orderId), await mayEnter(buyer, course)]).toEqual(["partly-refunded", true]);
    await panel("refund", { session: sessionId });
    await deliver();
    expect([await stateOf(orderId), await mayEnter(buyer, course)]).toEqual(["refunded", false]);
    await panel("redeliver", { times: 2 });
    await doJobs();
    await fulfil(orderId, "reconcile", now());
    expect([await stateOf(orderId), await mayEnter(buyer, course)]).toEqual(["refunded", false]);
  });

  test("a dispute is shown to the office", async () => {
    const { orderId, sessionId } = await paidUnnoticed({ method: "card" });
    await deliver();
    await panel("dispute", { session: sessionId });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", disputed: true });
    expect((await needsReview(db, "nl")).map(({ problem }) => problem)).toEqual(["De koper of diens bank betwist deze betaling."]);
  });

  /** A dispute about a card payment, moved on to its end. */
  async function disputed(to: "won" | "lost") {
    const story = await paidUnnoticed({ method: "card" });
    await deliver();
    await panel("dispute", { session: story.sessionId });
    await deliver();
    const { payload } = await db.stripeEvent.findFirstOrThrow({ where: { type: "charge.dispute.created" }, select: { payload: true } });
    await panel("move-dispute", { dispute: (payload as { id: string }).id, to });
    await deliver();
    return story;
  }

  test("a dispute that we win leaves the office's list, and does not come back by an old message", async () => {
    const { orderId, buyer, course } = await disputed("won");
    expect(await outcome(orderId)).toMatchObject({ state: "paid", disputed: false });
    expect(await needsReview(db)).toEqual([]);
    await panel("redeliver", { times: 2 });
    await doJobs();
    await fulfil(orderId, "reconcile", now());
    expect(await outcome(orderId)).toMatchObject({ state: "paid", disputed: false });
    expect(await mayEnter(buyer, course)).toBe(true);
    expect(await db.auditEvent.count({ where: { subjectId: orderId, action: "payments.dispute-over" } })).toBe(1);
  });

  test("a dispute that we lose stays on the list until the office has looked", async () => {
    const { orderId, buyer } = await disputed("lost");
    expect(await outcome(orderId)).toMatchObject({ disputed: true });
    await recheckOrder(orderId, buyer.id, now());
    await fulfil(orderId, "reconcile", now());
    expect(await outcome(orderId)).toMatchObject({ state: "paid", disputed: false });
  });
});

describe("while the buyer changes the order", () => {
  test("a message about the closed page waits, and the order stays open with its new page", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const { orderId, sessionId } = await onPaymentPage(buyer, course);
    await pool().query(
      `create or replace function test_slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end $$`,
    );
    await pool().query(`create trigger test_slow before insert on payment_attempt for each row execute function test_slow()`);
    onTestFinished(async () => {
      await pool().query("drop trigger test_slow on payment_attempt");
    });
    const changed = onPaymentPage(buyer, course, { company: "Zorggroep" });
    const closed = async () => (await stripe().checkout.sessions.retrieve(sessionId)).status === "expired";
    for (let turn = 0; turn < 200 && !(await closed()); turn++) await sleep(10);
    // By now the change holds the order and its new attempt is being written.
    await sleep(200);
    const looked = await fulfil(orderId, "webhook", now());
    const second = await changed;
    expect([looked.state, second.orderId]).toEqual(["open", orderId]);
    expect(await outcome(orderId)).toMatchObject({ state: "open", holdsKey: true });
    await panel("pay", { session: second.sessionId });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", enrolments: 1, payments: [{ role: "counted" }] });
  });
});

test("the database itself refuses a second payment row for one session and a second open page for one order", async () => {
  const { orderId, sessionId } = await paidUnnoticed();
  await deliver();
  const payment = await db.payment.findUniqueOrThrow({ where: { sessionId } });
  await expect(db.payment.create({ data: { ...payment, id: randomUUID() } })).rejects.toSatisfy(isUniqueViolation);
  const open = () => db.paymentAttempt.create({ data: { orderId, idempotencyKey: randomUUID(), expiresAt: new Date() } });
  await open();
  await expect(open()).rejects.toSatisfy(isUniqueViolation);
});
