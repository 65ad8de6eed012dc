import type { Provider } from "#app/features/catalogue/provider-file.ts";
import { paths } from "#app/paths.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { formatDateTime, formatMoney } from "#app/platform/i18n/format.ts";
import type { Letter } from "#app/platform/mail/letter.ts";
import { postLetter } from "#app/platform/mail/outbox.server.ts";
import * as m from "#generated/paraglide/messages.js";
import type { OrderRow } from "./order-row.server.ts";
import { asLocale, orderAmounts, receiptFacts, sellerLines } from "./receipt.ts";
import { accessStart, mayWithdraw } from "./withdrawal.ts";

/** The letters of this room, each written once per order inside the transaction of what they tell. */

// Written by ourselves from catalogue's provider(); past that door it is trusted.
export const sellerOf = (order: { provider: unknown }) => order.provider as Provider;

type Words = Omit<Letter, "signature" | "locale">;

async function post(tx: Tx, order: OrderRow, kind: string, words: Words): Promise<void> {
  const locale = asLocale(order.locale);
  const letter: Letter = { ...words, signature: sellerLines(sellerOf(order), locale), locale };
  await postLetter(tx, { key: `${kind}:${order.id}`, kind: `payments.${kind}`, personId: order.personId, to: order.buyerEmail, letter });
}

const titleOf = (order: OrderRow) => order.lines.map((line) => line.title).join(", ");

/** The receipt: what was paid for what, with the withdrawal choice on a durable medium. Key `receipt:<order id>`. */
export async function postReceipt(tx: Tx, order: OrderRow, paidAt: Date): Promise<void> {
  const locale = asLocale(order.locale);
  const payment =
    order.payments.find(({ role }) => role === "counted") ??
    (await tx.payment.findFirst({ where: { orderId: order.id, role: "counted" }, select: { method: true } }));
  const waits = order.withdrawalChoice !== "start-now";
  const free = mayWithdraw(order.withdrawalVersion);
  const accessFrom = accessStart(order.withdrawalChoice, paidAt);
  const slug = order.lines[0]?.courseSlug ?? "";
  await post(tx, order, "receipt", {
    subject: m.payments_receipt_subject({ title: titleOf(order), reference: order.reference }, { locale }),
    paragraphs: [
      m.payments_receipt_hello({ name: order.buyerName }, { locale }),
      waits
        ? (free ? m.payments_receipt_wait : m.payments_receipt_wait_business)(
            { title: titleOf(order), date: formatDateTime(accessFrom, locale) },
            { locale },
          )
        : m.payments_receipt_start({ title: titleOf(order) }, { locale }),
      ...(order.mode === "live" ? [] : [m.payments_sandbox_receipt({}, { locale })]),
    ],
    facts: [...receiptFacts({ ...order, paidAt, method: payment?.method ?? null, accessFrom }, locale), ...orderAmounts(order, locale)],
    button: waits
      ? { label: m.payments_receipt_order_button({}, { locale }), url: `${env().origin}${paths.order(order.reference)}` }
      : { label: m.payments_receipt_button({}, { locale }), url: `${env().origin}${paths.learnCourse(slug)}` },
    after: [
      m.payments_withdrawal_said({ at: formatDateTime(order.withdrawalAt, locale), version: order.withdrawalVersion }, { locale }),
      order.withdrawalText,
      ...(free ? [m.payments_withdrawal_how({ email: sellerOf(order).contact.email, reference: order.reference }, { locale })] : []),
    ],
  });
}

/** The bank said no after days of waiting: nothing was taken, and the course can be bought again. */
export async function postFailure(tx: Tx, order: OrderRow): Promise<void> {
  const locale = asLocale(order.locale);
  await post(tx, order, "payment-failed", {
    subject: m.payments_failed_subject({ title: titleOf(order) }, { locale }),
    paragraphs: [
      m.payments_receipt_hello({ name: order.buyerName }, { locale }),
      m.payments_failed_text({ title: titleOf(order), amount: formatMoney(order.totalCents, order.currency, locale) }, { locale }),
    ],
    button: { label: m.payments_failed_button({}, { locale }), url: `${env().origin}${paths.buy(order.lines[0]?.courseSlug ?? "")}` },
  });
}

/** Money came that pays for nothing new: the buyer hears that we saw it and need not act. */
export async function postDoubt(tx: Tx, order: OrderRow): Promise<void> {
  const locale = asLocale(order.locale);
  await post(tx, order, "second-payment", {
    subject: m.payments_second_subject({ title: titleOf(order) }, { locale }),
    paragraphs: [
      m.payments_receipt_hello({ name: order.buyerName }, { locale }),
      m.payments_second_text({ title: titleOf(order), reference: order.reference }, { locale }),
    ],
  });
}
