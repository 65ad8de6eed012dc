import * as m from "#generated/paraglide/messages.js";

type Locale = "nl" | "en";

/** What is wrong with an order and what the office can do about it, in plain words. Unknown reasons ask for a developer. */
export function reviewWords(reason: string | null, locale?: Locale): { problem: string; remedy: string } {
  const o = locale ? { locale } : {};
  const recheck = m.payments_review_recheck({}, o);
  switch (reason) {
    case "amount-differs":
    case "currency-differs":
      return { problem: m.payments_review_amount({}, o), remedy: m.payments_review_amount_do({}, o) };
    case "mode-differs":
    case "foreign-session":
      return { problem: m.payments_review_foreign({}, o), remedy: m.payments_review_technical_do({}, o) };
    case "session-missing":
      return { problem: m.payments_review_missing({}, o), remedy: m.payments_review_missing_do({}, o) };
    case "paid-twice":
      return { problem: m.payments_review_twice({}, o), remedy: m.payments_review_surplus_do({}, o) };
    case "already-owned":
      return { problem: m.payments_review_owned({}, o), remedy: m.payments_review_surplus_do({}, o) };
    case "paid-after-cancel":
      return { problem: m.payments_review_cancelled({}, o), remedy: m.payments_review_surplus_do({}, o) };
    case "buyer-gone":
      return { problem: m.payments_review_gone({}, o), remedy: m.payments_review_surplus_do({}, o) };
    case "disputed":
      return { problem: m.payments_review_disputed({}, o), remedy: m.payments_review_disputed_do({}, o) };
    default:
      return { problem: m.payments_review_unknown({}, o), remedy: recheck };
  }
}

/** What reconciliation found and could not mend, and what the office can do about it. `subject`: an order's reference or a session. */
export function differenceWords(kind: string, subject: string, locale?: Locale): { problem: string; remedy: string } {
  const o = locale ? { locale } : {};
  switch (kind) {
    case "money-without-order":
      return { problem: m.payments_difference_money({ subject }, o), remedy: m.payments_difference_money_do({}, o) };
    case "order-without-money":
      return { problem: m.payments_difference_order({ subject }, o), remedy: m.payments_difference_order_do({}, o) };
    case "refund-failed":
      return { problem: m.payments_difference_refund({ subject }, o), remedy: m.payments_difference_refund_do({}, o) };
    case "unreadable":
      return { problem: m.payments_difference_unreadable({ subject }, o), remedy: m.payments_difference_unreadable_do({}, o) };
    default:
      return { problem: m.payments_difference_other({ subject }, o), remedy: m.payments_difference_other_do({}, o) };
  }
}

/** Why a message of Stripe was refused, and what the office can do about it. */
export function refusalWords(why: string | null, locale?: Locale): { problem: string; remedy: string } {
  const o = locale ? { locale } : {};
  switch (why) {
    case "live-event-in-test":
      return { problem: m.payments_refused_live({}, o), remedy: m.payments_refused_mode_do({}, o) };
    case "test-event-in-live":
      return { problem: m.payments_refused_test({}, o), remedy: m.payments_refused_mode_do({}, o) };
    case "other-account":
      return { problem: m.payments_refused_account({}, o), remedy: m.payments_refused_account_do({}, o) };
    default:
      return { problem: m.payments_refused_other({}, o), remedy: m.payments_difference_other_do({}, o) };
  }
}
