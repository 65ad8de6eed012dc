/** What we listen to, and what each kind is about. The endpoint at Stripe should be subscribed to exactly these. */
export const subscribedEvents = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.refunded",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "payment_intent.payment_failed",
] as const;

/** `session` and `money` ring for an order; `nothing` is kept but asks no work (a failed try leaves the page open). */
export function subjectOf(type: string): "session" | "money" | "nothing" {
  if (type.startsWith("checkout.session.")) return "session";
  if (type.startsWith("refund.") || type.startsWith("charge.dispute.") || type === "charge.refunded") return "money";
  return "nothing";
}
