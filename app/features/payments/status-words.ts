import * as m from "#generated/paraglide/messages.js";

/** An order's state in words for its buyer. */
export function stateWords(state: string): string {
  switch (state) {
    case "paid":
      return m.payments_state_paid();
    case "open":
      return m.payments_state_open();
    case "waiting-for-bank":
      return m.payments_state_waiting();
    case "failed":
      return m.payments_state_failed();
    case "expired":
    case "cancelled":
      return m.payments_state_expired();
    case "partly-refunded":
      return m.payments_state_partly_refunded();
    case "refunded":
      return m.payments_state_refunded();
    default:
      return m.payments_state_checking();
  }
}
