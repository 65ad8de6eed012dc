import { type Provider, provider } from "#app/features/catalogue/provider.server.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { Letter } from "#app/platform/mail/letter.ts";
import { postLetter } from "#app/platform/mail/outbox.server.ts";
import { doubtLetter, failureLetter, receiptLetter } from "./letters.ts";
import type { OrderRow } from "./order-row.server.ts";

/** The letters of this room, each written once per order inside the transaction of what they tell. */

// Written by ourselves from catalogue's provider(); past that door it is trusted.
export const sellerOf = (order: { provider: unknown }) => order.provider as Provider;

async function post(tx: Tx, order: OrderRow, kind: string, letter: Letter): Promise<void> {
  await postLetter(tx, { key: `${kind}:${order.id}`, kind: `payments.${kind}`, personId: order.personId, to: order.buyerEmail, letter });
}

/** The seller of then, under the picture of now: that of then may no longer be served. */
async function around(tx: Tx, order: OrderRow) {
  const { logo } = await provider(tx);
  return { seller: { ...sellerOf(order), logo }, origin: env().origin };
}

/** Key `receipt:<order id>`. */
export async function postReceipt(tx: Tx, order: OrderRow, paidAt: Date): Promise<void> {
  const payment =
    order.payments.find(({ role }) => role === "counted") ??
    (await tx.payment.findFirst({ where: { orderId: order.id, role: "counted" }, select: { method: true } }));
  await post(tx, order, "receipt", receiptLetter(order, { ...(await around(tx, order)), paidAt, method: payment?.method ?? null }));
}

/** Key `payment-failed:<order id>`. */
export async function postFailure(tx: Tx, order: OrderRow): Promise<void> {
  await post(tx, order, "payment-failed", failureLetter(order, await around(tx, order)));
}

/** Key `second-payment:<order id>`. */
export async function postDoubt(tx: Tx, order: OrderRow): Promise<void> {
  await post(tx, order, "second-payment", doubtLetter(order, await around(tx, order)));
}
