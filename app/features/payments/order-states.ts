import type { SessionFacts } from "./session-facts.ts";
import { APP_TAG } from "./session-facts.ts";

/** The only moves an order makes. `needs-review` can follow on any state and is left by a human. */
export const orderStates = [
  "open",
  "paid",
  "waiting-for-bank",
  "expired",
  "cancelled",
  "failed",
  "partly-refunded",
  "refunded",
  "needs-review",
] as const;
export type OrderState = (typeof orderStates)[number];

const arrows: Record<OrderState, readonly OrderState[]> = {
  open: ["paid", "waiting-for-bank", "expired", "cancelled"],
  "waiting-for-bank": ["paid", "failed"],
  failed: ["paid"],
  expired: ["paid"],
  cancelled: [],
  paid: ["partly-refunded"],
  "partly-refunded": ["refunded"],
  refunded: [],
  "needs-review": ["open", "paid", "cancelled"],
};

/** True when an order may go from one state to the other in one move. */
export function mayMove(from: OrderState, to: OrderState): boolean {
  return to === "needs-review" || arrows[from].includes(to);
}

/** The moves from one state to another, first to last; what happened unseen at Stripe is caught up with step by step. Null: there is no way. */
export function route(from: OrderState, to: OrderState): OrderState[] | null {
  if (from === to) return [];
  const paths: OrderState[][] = arrows[from].map((next) => [next]);
  for (let path = paths.shift(); path; path = paths.shift()) {
    const last = path.at(-1) ?? from;
    if (last === to) return path;
    paths.push(...arrows[last].filter((next) => !path.includes(next)).map((next) => [...path, next]));
  }
  return null;
}

/** States in which the person cannot start another order for the course: it is open, under way, or somebody looks at it. */
export const holdsKey = (state: OrderState) => state === "open" || state === "waiting-for-bank" || state === "needs-review";

/** Money has arrived for good, whatever was given back since. */
export const isSettled = (state: string) => state === "paid" || state === "partly-refunded" || state === "refunded";

export const reviewReasons = [
  "amount-differs",
  "currency-differs",
  "mode-differs",
  "foreign-session",
  "session-missing",
  "unknown-status",
  "paid-twice",
  "already-owned",
  "paid-after-cancel",
  "buyer-gone",
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** What one session says about the order it belongs to. */
export type Verdict = { kind: "open" | "expired" | "waiting" | "failed" | "paid" } | { kind: "review"; reason: ReviewReason };

/** What a session is compared with: the order as it was written. */
export interface Expected {
  orderId: string;
  mode: string;
  totalCents: number;
  currency: string;
}

/** Reads one session against its order. Whatever is unknown, missing or different asks for a human; it never grants. */
export function judge(order: Expected, session: SessionFacts | null): Verdict {
  const review = (reason: ReviewReason): Verdict => ({ kind: "review", reason });
  if (!session) return order.mode === "sandbox" ? { kind: "expired" } : review("session-missing");
  if (session.tags.app !== APP_TAG || session.tags.order !== order.orderId) return review("foreign-session");
  if (session.livemode !== (order.mode === "live")) return review("mode-differs");
  if (session.status === "open") return { kind: "open" };
  if (session.status === "expired") return { kind: "expired" };
  if (session.status !== "complete") return review("unknown-status");
  // A wrong amount that went back to the buyer is over and done with.
  const returned = (session.charge?.refundedCents ?? 0) > 0 && (session.charge?.refundedCents ?? 0) >= (session.amountTotal ?? 0);
  if (session.currency !== order.currency) return returned ? { kind: "expired" } : review("currency-differs");
  if (session.amountTotal !== order.totalCents) return returned ? { kind: "expired" } : review("amount-differs");
  if (session.paymentStatus === "paid") return { kind: "paid" };
  if (session.paymentStatus === "no_payment_required") return order.totalCents === 0 ? { kind: "paid" } : review("unknown-status");
  if (session.paymentStatus !== "unpaid") return review("unknown-status");
  return judgeDebit(session.intent?.status);
}

/** Complete and unpaid: the bank still has to say yes (SEPA takes days), or has said no. */
function judgeDebit(intentStatus: string | undefined): Verdict {
  switch (intentStatus) {
    case undefined:
    case "processing":
    case "succeeded":
      return { kind: "waiting" };
    case "requires_payment_method":
    case "canceled":
      return { kind: "failed" };
    default:
      return { kind: "review", reason: "unknown-status" };
  }
}

/** The order under its lock, at the moment of deciding. */
export interface Standing {
  state: OrderState;
  /** the session whose payment pays the order */
  counted: string | null;
  /** sessions whose money is already written down, in either role */
  recorded: readonly string[];
  /** there is surplus money, and all of it went back to the buyer */
  surplusReturned: boolean;
  /** the buyer has the course from elsewhere */
  owned: boolean;
  buyerGone: boolean;
  /** an attempt exists that was not read, or has no session yet */
  unread: boolean;
  /** somebody of the office asks to look again */
  recheck: boolean;
}

export interface Decision {
  /** payments to write down, in order */
  payments: { sessionId: string; role: "counted" | "surplus" }[];
  state: OrderState;
  review: ReviewReason | null;
}

/**
 * Where the order goes, given all its sessions. Pure and monotone: deciding twice, or on an older reading, never takes back
 * what was decided before.
 */
export function decide(order: Standing, seen: readonly { sessionId: string; verdict: Verdict }[]): Decision {
  const fresh = seen
    .filter(({ sessionId, verdict }) => verdict.kind === "paid" && !order.recorded.includes(sessionId))
    .map(({ sessionId }) => sessionId);
  const surplus = (sessions: string[]) => sessions.map((sessionId) => ({ sessionId, role: "surplus" as const }));
  const toReview = (review: ReviewReason, payments: Decision["payments"]): Decision => ({ payments, state: "needs-review", review });
  const stay = (state: OrderState): Decision => ({ payments: [], state, review: null });

  if (order.state === "needs-review" && fresh.length === 0 && order.surplusReturned) return stay(order.counted ? "paid" : "cancelled");
  const from =
    order.state === "needs-review" && order.recheck && order.recorded.length === (order.counted ? 1 : 0)
      ? order.counted
        ? "paid"
        : "open"
      : order.state;
  if (from === "needs-review") return { ...stay(from), payments: order.counted ? surplus(fresh) : [] };

  const doubt = seen.find(({ verdict }) => verdict.kind === "review")?.verdict;
  if (doubt?.kind === "review") return toReview(doubt.reason, []);
  const [first, ...others] = fresh;
  if (first === undefined) return stay(order.counted || from === "cancelled" ? from : withoutMoney(from, order.unread, seen));
  if (order.counted) return toReview("paid-twice", surplus(fresh));
  if (from === "cancelled") return toReview("paid-after-cancel", surplus(fresh));
  if (order.buyerGone) return toReview("buyer-gone", surplus(fresh));
  if (order.owned) return toReview("already-owned", surplus(fresh));
  const payments = [{ sessionId: first, role: "counted" as const }, ...surplus(others)];
  return others.length > 0 ? toReview("paid-twice", payments) : { payments, state: "paid", review: null };
}

function withoutMoney(from: OrderState, unread: boolean, seen: readonly { verdict: Verdict }[]): OrderState {
  const says = (kind: Verdict["kind"]) => seen.some(({ verdict }) => verdict.kind === kind);
  if (says("waiting")) return route(from, "waiting-for-bank") ? "waiting-for-bank" : from;
  if (unread || says("open")) return from;
  const to = says("failed") ? "failed" : "expired";
  return route(from, to) ? to : from;
}
