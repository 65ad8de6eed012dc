import type Stripe from "stripe";
import { newId } from "../ids.ts";
import { nowSeconds } from "../store/clock.ts";
import { insertDocument } from "../store/documents.ts";
import type { Tx } from "../store/transaction.ts";

interface Booking {
  type: "charge" | "payment" | "refund" | "payment_refund" | "refund_failure" | "adjustment";
  /** Cents, negative when money leaves. */
  amount: number;
  /** Cents that Stripe keeps. */
  fee: number;
  currency: string;
  source: string;
  description: string | null;
}

const CATEGORY = {
  charge: "charge",
  payment: "charge",
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refund_failure",
  adjustment: "dispute",
} as const;
const TWO_DAYS = 2 * 24 * 3600;

/** Books one movement on the account's balance. */
export async function book(tx: Tx, booking: Booking): Promise<Stripe.BalanceTransaction> {
  const now = await nowSeconds(tx);
  const entry: Stripe.BalanceTransaction = {
    id: newId("txn"),
    object: "balance_transaction",
    amount: booking.amount,
    available_on: now + TWO_DAYS,
    balance_type: "payments",
    created: now,
    currency: booking.currency,
    description: booking.description,
    exchange_rate: null,
    fee: booking.fee,
    fee_details:
      booking.fee === 0
        ? []
        : [
            {
              amount: booking.fee,
              application: null,
              currency: booking.currency,
              description: "Stripe processing fees",
              type: "stripe_fee",
            },
          ],
    net: booking.amount - booking.fee,
    reporting_category: CATEGORY[booking.type],
    source: booking.source,
    status: "pending",
    type: booking.type,
  };
  await insertDocument(tx, "balance_transaction", entry);
  return entry;
}
