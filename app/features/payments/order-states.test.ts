import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decide,
  holdsKey,
  isSettled,
  judge,
  mayMove,
  type OrderState,
  orderStates,
  route,
  type Standing,
  type Verdict,
} from "./order-states.ts";
import type { SessionFacts } from "./session-facts.ts";

const order = { orderId: "o1", mode: "test", totalCents: 9500, currency: "EUR" };
const session: SessionFacts = {
  id: "cs_1",
  livemode: false,
  tags: { app: "kring", env: "http://localhost:3000", order: "o1", attempt: "a1" },
  status: "complete",
  paymentStatus: "paid",
  amountTotal: 9500,
  currency: "EUR",
  url: null,
  expiresAt: new Date(0),
  intent: { id: "pi_1", status: "succeeded" },
  charge: { id: "ch_1", method: "ideal", refundedCents: 0, disputed: false },
  country: "NL",
};

describe("what a session says", () => {
  const debit = (status: string): Partial<SessionFacts> => ({ paymentStatus: "unpaid", intent: { id: "pi_1", status } });
  test.each<[string, Partial<SessionFacts>, Verdict]>([
    ["paid in full", {}, { kind: "paid" }],
    ["open", { status: "open", paymentStatus: "unpaid" }, { kind: "open" }],
    ["expired", { status: "expired", paymentStatus: "unpaid" }, { kind: "expired" }],
    ["a debit under way", debit("processing"), { kind: "waiting" }],
    ["a debit that the bank refused", debit("requires_payment_method"), { kind: "failed" }],
    ["a cent too little", { amountTotal: 9499 }, { kind: "review", reason: "amount-differs" }],
    ["dollars", { currency: "USD" }, { kind: "review", reason: "currency-differs" }],
    [
      "a wrong amount that was paid back",
      { amountTotal: 9499, charge: { id: "ch_1", method: "ideal", refundedCents: 9499, disputed: false } },
      { kind: "expired" },
    ],
    ["real money in a test", { livemode: true }, { kind: "review", reason: "mode-differs" }],
    ["another order's mark", { tags: { ...session.tags, order: "o2" } }, { kind: "review", reason: "foreign-session" }],
    ["another program's mark", { tags: { ...session.tags, app: "shop" } }, { kind: "review", reason: "foreign-session" }],
    ["a state nobody has heard of", { status: "pondering" }, { kind: "review", reason: "unknown-status" }],
    ["a payment state nobody has heard of", { paymentStatus: "partially_paid" }, { kind: "review", reason: "unknown-status" }],
    ["an intent state nobody has heard of", debit("requires_capture"), { kind: "review", reason: "unknown-status" }],
    [
      "nothing to pay, for an order that costs money",
      { paymentStatus: "no_payment_required" },
      { kind: "review", reason: "unknown-status" },
    ],
  ])("%s", (_name, changes, verdict) => {
    expect(judge(order, { ...session, ...changes })).toEqual(verdict);
  });

  test("nothing to pay pays a free order", () => {
    expect(
      judge({ ...order, totalCents: 0 }, { ...session, amountTotal: 0, paymentStatus: "no_payment_required", intent: null, charge: null }),
    ).toEqual({ kind: "paid" });
  });

  test("a page Stripe does not know asks for a human, but a sandbox may have been wiped", () => {
    expect(judge(order, null)).toEqual({ kind: "review", reason: "session-missing" });
    expect(judge({ ...order, mode: "sandbox" }, null)).toEqual({ kind: "expired" });
  });
});

const standing = (state: OrderState, changes: Partial<Standing> = {}): Standing => ({
  state,
  counted: null,
  recorded: [],
  surplusReturned: false,
  owned: false,
  buyerGone: false,
  unread: false,
  recheck: false,
  ...changes,
});
const says = (...kinds: Exclude<Verdict["kind"], "review">[]) =>
  kinds.map((kind, position) => ({ sessionId: `s${position + 1}`, verdict: { kind } as Verdict }));

describe("where an order goes", () => {
  const settled = { counted: "s1", recorded: ["s1"] };
  // rows: state; columns: what its session says
  const table: Record<OrderState, [Partial<Standing>, Record<Exclude<Verdict["kind"], "review">, OrderState>]> = {
    open: [{}, { open: "open", expired: "expired", waiting: "waiting-for-bank", failed: "failed", paid: "paid" }],
    "waiting-for-bank": [
      {},
      { open: "waiting-for-bank", expired: "waiting-for-bank", waiting: "waiting-for-bank", failed: "failed", paid: "paid" },
    ],
    failed: [{}, { open: "failed", expired: "failed", waiting: "failed", failed: "failed", paid: "paid" }],
    expired: [{}, { open: "expired", expired: "expired", waiting: "expired", failed: "expired", paid: "paid" }],
    cancelled: [{}, { open: "cancelled", expired: "cancelled", waiting: "cancelled", failed: "cancelled", paid: "needs-review" }],
    paid: [settled, { open: "paid", expired: "paid", waiting: "paid", failed: "paid", paid: "paid" }],
    "partly-refunded": [
      settled,
      {
        open: "partly-refunded",
        expired: "partly-refunded",
        waiting: "partly-refunded",
        failed: "partly-refunded",
        paid: "partly-refunded",
      },
    ],
    refunded: [settled, { open: "refunded", expired: "refunded", waiting: "refunded", failed: "refunded", paid: "refunded" }],
    "needs-review": [
      {},
      { open: "needs-review", expired: "needs-review", waiting: "needs-review", failed: "needs-review", paid: "needs-review" },
    ],
  };
  const rows = orderStates.flatMap((state) =>
    (Object.keys(table[state][1]) as (keyof (typeof table)["open"][1])[]).map((kind) => [state, kind, table[state][1][kind]] as const),
  );
  test.each(rows)("%s, and the session is %s: %s", (state, kind, to) => {
    const decision = decide(standing(state, table[state][0]), says(kind));
    expect(decision.state).toBe(to);
    expect(decision.payments.some(({ role }) => role === "counted")).toBe(
      kind === "paid" && ["open", "waiting-for-bank", "failed", "expired"].includes(state),
    );
  });

  test.each(orderStates)("%s goes to review when a session does not add up, and grants nothing", (state) => {
    const decision = decide(standing(state), [{ sessionId: "s1", verdict: { kind: "review", reason: "amount-differs" } }]);
    expect(decision).toMatchObject({ payments: [], state: "needs-review" });
  });

  test("a failed debit is caught up with through waiting, and arrows are never skipped", () => {
    expect(route("open", "failed")).toEqual(["waiting-for-bank", "failed"]);
    expect(route("paid", "refunded")).toEqual(["partly-refunded", "refunded"]);
    expect(route("paid", "expired")).toBeNull();
    expect(route("refunded", "paid")).toBeNull();
  });

  test("two paid pages: the first pays, the second is surplus", () => {
    expect(decide(standing("open"), says("paid", "paid"))).toEqual({
      payments: [
        { sessionId: "s1", role: "counted" },
        { sessionId: "s2", role: "surplus" },
      ],
      state: "needs-review",
      review: "paid-twice",
    });
    expect(decide(standing("paid", settled), says("paid", "paid"))).toEqual({
      payments: [{ sessionId: "s2", role: "surplus" }],
      state: "needs-review",
      review: "paid-twice",
    });
  });

  test("surplus that went back lets the order go on by itself", () => {
    expect(
      decide(standing("needs-review", { counted: "s1", recorded: ["s1", "s2"], surplusReturned: true }), says("paid", "paid")).state,
    ).toBe("paid");
    expect(decide(standing("needs-review", { recorded: ["s1"], surplusReturned: true }), says("paid")).state).toBe("cancelled");
    expect(decide(standing("needs-review", { recorded: ["s1"], recheck: true }), says("paid")).state).toBe("needs-review");
  });

  test("a page that another request is just making keeps the order open", () => {
    expect(decide(standing("open", { unread: true }), says("expired")).state).toBe("open");
  });
});

test("no story of readings, in any order and with repeats, ends elsewhere than the last truth says, and money is counted once", () => {
  const kinds = fc.constantFrom<Exclude<Verdict["kind"], "review">>("open", "expired", "waiting", "failed", "paid");
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, kinds), { minLength: 1, maxLength: 12 }), (readings) => {
      let now = standing("open");
      let counted = 0;
      let everPaid = false;
      for (const reading of readings) {
        const decision = decide(now, says(...reading));
        expect(decision.state === "needs-review" || route(now.state, decision.state) !== null).toBe(true);
        counted += decision.payments.filter(({ role }) => role === "counted").length;
        everPaid ||= reading.includes("paid");
        const recorded = [...now.recorded, ...decision.payments.map(({ sessionId }) => sessionId)];
        expect(new Set(recorded).size).toBe(recorded.length);
        now = {
          ...now,
          state: decision.state,
          recorded,
          counted: now.counted ?? decision.payments.find(({ role }) => role === "counted")?.sessionId ?? null,
        };
      }
      expect(counted).toBe(everPaid ? 1 : 0);
      expect(now.state === "paid" || now.state === "needs-review").toBe(everPaid);
    }),
  );
});

test("the key is held exactly while somebody may still pay or looks at it", () => {
  expect(orderStates.filter(holdsKey)).toEqual(["open", "waiting-for-bank", "needs-review"]);
  expect(orderStates.filter(isSettled)).toEqual(["paid", "partly-refunded", "refunded"]);
  expect(orderStates.every((state) => mayMove(state, "needs-review"))).toBe(true);
});
