import type Stripe from "stripe";
import type { z } from "zod";
import type { readFault } from "../faults/model.ts";

/** The session as a fault wants it to be seen: another amount or currency, or with a price shown in dollars. */
export function distort(session: Stripe.Checkout.Session, fault: z.infer<typeof readFault>): Stripe.Checkout.Session {
  const shift = (amount: number | null) => (amount === null ? null : amount + fault.amountDelta);
  return {
    ...session,
    amount_subtotal: shift(session.amount_subtotal),
    amount_total: shift(session.amount_total),
    currency: fault.currency ?? session.currency,
    ...(fault.presentment
      ? { presentment_details: { presentment_amount: Math.round((session.amount_total ?? 0) * 1.08), presentment_currency: "usd" } }
      : {}),
  };
}
