import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { processEvent, processEventJob } from "#app/features/payments/events.server.ts";
import { subscribedEvents } from "#app/features/payments/events.ts";
import { fulfil } from "#app/features/payments/fulfil.server.ts";
import { reconcileNightly } from "#app/features/payments/reconcile.server.ts";
import { db, pool } from "#app/platform/db.server.ts";
import { handle } from "#app/platform/jobs/job.ts";
import { stuckJobs } from "#app/platform/jobs/queue.server.ts";
import { startWorker } from "#app/platform/jobs/worker.server.ts";
import {
  answers,
  breakTable,
  deliver,
  doJobs,
  eventBody,
  forward,
  now,
  openShop,
  panel,
  postHook,
  repairAll,
  signed,
  stripe,
} from "#tests/support/stripe-shop.ts";
import { courseForSale, onPaymentPage, outcome, paidUnnoticed, somebody, stateOf } from "#tests/support/stripe-stories.ts";

openShop();

const completed = (sessionId: string, changes: object = {}) =>
  eventBody("checkout.session.completed", { object: "checkout.session", id: sessionId }, changes);
const events = () => db.stripeEvent.count();

describe("a message that is not Stripe's", () => {
  test.each<[string, (body: string) => string | null]>([
    ["without a signature", () => null],
    ["with an empty signature", () => ""],
    ["signed with another secret", (body) => signed(body, { secret: "whsec_other" })],
    ["with only the old v0 scheme", (body) => signed(body, { scheme: "v0" })],
    ["with a signature over something else", () => signed("{}")],
    ["with no date", (body) => signed(body).replace(/t=\d+,/, "")],
    ["with two dates", (body) => `t=1,${signed(body)}`],
    ["with a date that is no number", (body) => signed(body).replace(/t=\d+/, "t=tomorrow")],
    ["signed five minutes and a bit ago", (body) => signed(body, { age: 305 })],
    ["signed an hour ahead", (body) => signed(body, { age: -3600 })],
  ])("%s is refused and leaves nothing behind", async (_name, sign) => {
    const body = completed("cs_test_1");
    expect((await postHook(body, sign(body))).status).toBe(400);
    expect(await events()).toBe(0);
  });

  test("is refused when the same JSON is written differently", async () => {
    const body = completed("cs_test_1");
    expect((await postHook(JSON.stringify(JSON.parse(body)), signed(body))).status).toBe(400);
    expect(await events()).toBe(0);
  });

  test("is refused when it is signed and yet no event", async () => {
    for (const body of ["niet eens JSON", "{}", '{"id":"evt_1","object":"event","type":"x"}'])
      expect((await postHook(body, signed(body))).status).toBe(400);
    expect(await events()).toBe(0);
  });
});

describe("a message of Stripe", () => {
  test("is accepted as the bytes it came in: indented, with letters beyond ASCII", async () => {
    const body = completed("cs_test_1", { note: "Zoë – één €" });
    expect((await postHook(Buffer.from(body, "utf8"), signed(body))).status).toBe(200);
    expect(await events()).toBe(1);
  });

  test("is accepted four minutes late, and when our clock is a little behind", async () => {
    for (const age of [240, -30]) {
      const body = completed("cs_test_1");
      expect((await postHook(body, signed(body, { age }))).status).toBe(200);
    }
  });

  test("five times at once is kept once, answered 200 each time, and has one effect", async () => {
    const { orderId } = await paidUnnoticed();
    await panel("redeliver", { times: 5, parallel: true });
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const { rows } = await pool().query(
      "select count(*)::int as count from graphile_worker.jobs where task_identifier = 'payments.process-event'",
    );
    expect([await events(), rows[0].count]).toEqual([1, 1]);
    await doJobs();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", enrolments: 1, letters: ["payments.receipt"] });
  });

  test("that comes again weeks later with a fresh signature has no effect", async () => {
    const { orderId, sessionId } = await paidUnnoticed();
    await deliver();
    const before = await outcome(orderId);
    await panel("redeliver", {});
    expect(await doJobs()).toEqual([]);
    expect(await outcome(orderId)).toEqual(before);
    expect(await db.payment.count({ where: { sessionId } })).toBe(1);
  });

  test("is answered within a second though nothing of the work is done yet", async () => {
    const { orderId } = await paidUnnoticed();
    await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "GET", status: 500, times: 50 }] });
    await panel("deliver", {});
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.every(({ status, ms }) => status === 200 && ms < 1000)).toBe(true);
    expect(await stateOf(orderId)).toBe("open");
  });

  test("that cannot be written down is answered 503, so that Stripe sends it again", async () => {
    const { orderId } = await paidUnnoticed();
    await breakTable("stripe_event");
    await panel("deliver", {});
    expect(answers.map(({ status }) => status)).toContain(503);
    await repairAll();
    await forward(3600 * 24);
    await deliver();
    expect(await stateOf(orderId)).toBe("paid");
  });

  test("whose job throws is tried again by the queue, and is done", async () => {
    const { orderId } = await paidUnnoticed();
    await panel("deliver", {});
    let tries = 0;
    const worker = await startWorker({
      pool: pool(),
      schedules: [],
      lanes: [
        {
          concurrency: 2,
          jobs: [
            handle(processEventJob, async ({ id }) => {
              if (++tries === 1) throw new Error("the process died");
              await processEvent(id, now());
            }),
          ],
        },
      ],
    });
    for (let turn = 0; turn < 120 && (await stateOf(orderId)) !== "paid"; turn++) await sleep(100);
    await worker.stop();
    expect([await stateOf(orderId), tries]).toEqual(["paid", 2]);
  });
});

describe("whose message it is", () => {
  test("one about another site on the same account is ignored", async () => {
    await panel("send", { kind: "foreign" });
    expect(await doJobs()).toEqual([]);
    expect(await db.stripeEvent.findMany({ select: { state: true } })).toEqual([{ state: "ignored" }]);
    expect([await db.order.count(), await db.payment.count()]).toEqual([0, 0]);
  });

  test("one about another installation of this very software on the same account is ignored, and so are its refunds", async () => {
    const metadata = {
      app: "kring",
      env: "https://leren.elders.example",
      order: "01a203c6-d22d-720e-9792-b8620114cb4a",
      attempt: "01a203c6-d22d-720e-9792-b8620114cb4b",
    };
    const session = await stripe().checkout.sessions.create({
      mode: "payment",
      success_url: "https://leren.elders.example/",
      metadata,
      payment_intent_data: { metadata },
      line_items: [{ quantity: 1, price_data: { currency: "eur", unit_amount: 9500, product_data: { name: "x" } } }],
    });
    await panel("pay", { session: session.id });
    await panel("refund", { session: session.id });
    expect(await deliver()).toEqual([]);
    const states = (await db.stripeEvent.findMany({ select: { state: true } })).map(({ state }) => state);
    expect(states.length).toBeGreaterThan(1);
    expect([...new Set(states)]).toEqual(["ignored"]);
    expect(await reconcileNightly(now())).toEqual({ looked: 0, differences: [] });
  });

  test("one with our mark but without an order is not called done: it is tried again and then stands as stuck", async () => {
    const session = await stripe().checkout.sessions.create({
      mode: "payment",
      success_url: "http://localhost:3987/",
      metadata: {
        app: "kring",
        env: "http://localhost:3987",
        order: "01a203c6-d22d-720e-9792-b8620114cb4a",
        attempt: "01a203c6-d22d-720e-9792-b8620114cb4b",
      },
      line_items: [{ quantity: 1, price_data: { currency: "eur", unit_amount: 9500, product_data: { name: "x" } } }],
    });
    const body = completed(session.id);
    await postHook(body, signed(body));
    expect((await doJobs()).join()).toContain("no order of ours knows it");
    expect(await db.stripeEvent.findFirst({ select: { state: true, attempts: true, lastError: true } })).toMatchObject({
      state: "received",
      attempts: 1,
      lastError: expect.stringContaining("bears our mark"),
    });
    await pool().query("update graphile_worker._private_jobs set max_attempts = 1");
    const worker = await startWorker({
      pool: pool(),
      schedules: [],
      lanes: [{ concurrency: 2, jobs: [handle(processEventJob, ({ id }) => processEvent(id, now()))] }],
    });
    for (let turn = 0; turn < 100 && (await stuckJobs(db)).length === 0; turn++) await sleep(100);
    await worker.stop();
    expect((await stuckJobs(db)).map(({ name }) => name)).toEqual(["payments.process-event"]);
  });

  test("one about a page that we never wrote down finds its order by the marks on it", async () => {
    const { orderId, sessionId } = await paidUnnoticed();
    await db.paymentAttempt.updateMany({ where: { sessionId }, data: { sessionId: null, url: null } });
    await deliver();
    expect(await outcome(orderId)).toMatchObject({ state: "paid", enrolments: 1 });
  });

  test("one about real money in a test, or of another account, is refused and written in the audit trail", async () => {
    const { orderId, sessionId } = await paidUnnoticed();
    await panel("send", { kind: "livemode" });
    const body = completed(sessionId, { account: "acct_other" });
    await postHook(body, signed(body));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await db.stripeEvent.findMany({ select: { state: true, note: true }, orderBy: { note: "asc" } })).toEqual([
      { state: "refused", note: "live-event-in-test" },
      { state: "refused", note: "other-account" },
    ]);
    await doJobs();
    expect(await stateOf(orderId)).toBe("open");
    expect(await db.auditEvent.count({ where: { action: "payments.event-refused" } })).toBeGreaterThanOrEqual(2);
  });

  test("one in the shape of an old API version still does its work", async () => {
    const { orderId } = await paidUnnoticed();
    await panel("send", { kind: "old-version" });
    await doJobs();
    expect(await stateOf(orderId)).toBe("paid");
  });
});

describe("any message, in any order", () => {
  const truths: [string, () => Promise<{ orderId: string; sessionId: string }>][] = [
    ["open", async () => onPaymentPage(await somebody(), await courseForSale())],
    ["waiting-for-bank", () => paidUnnoticed({ method: "sepa_debit" })],
    ["paid", () => paidUnnoticed()],
    [
      "failed",
      async () => {
        const story = await paidUnnoticed({ method: "sepa_debit" });
        await panel("settle", { session: story.sessionId, outcome: "fail" });
        return story;
      },
    ],
    [
      "expired",
      async () => {
        const story = await onPaymentPage(await somebody(), await courseForSale());
        await panel("expire", { session: story.sessionId });
        return story;
      },
    ],
  ];

  test.each(truths)("an order that is %s stays so, whatever kind of message comes", async (state, tell) => {
    const { orderId, sessionId } = await tell();
    await fulfil(orderId, "reconcile", now());
    const before = await outcome(orderId);
    expect(before.state).toBe(state);
    const intent = (await stripe().checkout.sessions.retrieve(sessionId)).payment_intent as string | null;
    for (const type of subscribedEvents) {
      const about = type.startsWith("checkout.")
        ? { object: "checkout.session", id: sessionId }
        : { object: type.startsWith("payment_intent") ? "payment_intent" : "charge", id: intent ?? "pi_none", payment_intent: intent };
      const body = eventBody(type, about);
      expect((await postHook(body, signed(body))).status).toBe(200);
    }
    expect(await doJobs()).toEqual([]);
    expect(await outcome(orderId)).toEqual(before);
    expect(before.grounds).toHaveLength(state === "paid" ? 1 : 0);
  });

  test("a paid order ends the same after every order of messages, every subset and every repeat", async () => {
    const { orderId, sessionId } = await paidUnnoticed();
    const types = [
      "checkout.session.completed",
      "checkout.session.async_payment_succeeded",
      "checkout.session.async_payment_failed",
      "checkout.session.expired",
    ];
    const forget = () =>
      pool().query(`delete from payment; delete from ground; delete from enrolment; delete from outbox_mail; delete from stripe_event;
        update payment_attempt set state = 'open'; update "order" set state = 'open', paid_at = null, open_key = 'k'`);
    const tell = async (story: string[]) => {
      await forget();
      for (const type of story) {
        const body = eventBody(type, { object: "checkout.session", id: sessionId });
        await postHook(body, signed(body));
        await doJobs();
      }
      return outcome(orderId);
    };
    const end = await tell(types);
    expect(end).toMatchObject({ state: "paid", enrolments: 1, letters: ["payments.receipt"] });
    for (const story of permutations(types)) expect(await tell(story), story.join(" → ")).toEqual(end);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 5 }), async (story) => {
        expect(await tell(story)).toEqual(end);
      }),
      { numRuns: 15 },
    );
  });
});

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, position) =>
    permutations([...items.slice(0, position), ...items.slice(position + 1)]).map((rest) => [item, ...rest]),
  );
}
