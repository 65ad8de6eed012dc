import { letterSignature } from "#app/features/catalogue/letter-signature.ts";
import type { Provider } from "#app/features/catalogue/provider-file.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime, formatMoney } from "#app/platform/i18n/format.ts";
import type { Letter } from "#app/platform/mail/letter.ts";
import * as m from "#generated/paraglide/messages.js";
import { asLocale, lineAmounts, type Receipt, type ReceiptLine, receiptFacts, sellerDetails } from "./receipt.ts";
import { accessStart, mayWithdraw } from "./withdrawal.ts";

/** What the letters of this room tell of an order. */
export interface OrderTold extends Omit<Receipt, "paidAt" | "method" | "accessFrom" | "lines"> {
  locale: string;
  lines: (ReceiptLine & { courseSlug: string })[];
  withdrawalChoice: string;
  withdrawalVersion: string;
  withdrawalText: string;
  withdrawalAt: Date;
}

interface Circumstances {
  seller: Provider;
  /** of this site, for the links */
  origin: string;
}

const titleOf = (order: OrderTold) => order.lines.map((line) => line.title).join(", ");
const slugOf = (order: OrderTold) => order.lines[0]?.courseSlug ?? "";

/** What every letter about an order has. */
function frame(order: OrderTold, { seller }: Circumstances) {
  const locale = asLocale(order.locale);
  return {
    locale,
    greeting: m.payments_receipt_hello({ name: order.buyerName }, { locale }),
    signature: { ...letterSignature(seller), details: sellerDetails(seller, locale) },
  };
}

/** The receipt: what was paid for what, with the withdrawal choice on a durable medium. */
export function receiptLetter(
  order: OrderTold,
  { paidAt, method, seller, origin }: Circumstances & { paidAt: Date; method: string | null },
): Letter {
  const locale = asLocale(order.locale);
  const waits = order.withdrawalChoice !== "start-now";
  const accessFrom = accessStart(order.withdrawalChoice, paidAt);
  const title = titleOf(order);
  const access = { title, date: formatDate(accessFrom, locale) };
  const wait = mayWithdraw(order.withdrawalVersion) ? m.payments_receipt_wait : m.payments_receipt_wait_business;
  return {
    ...frame(order, { seller, origin }),
    subject: m.payments_receipt_subject({ title, reference: order.reference }, { locale }),
    paragraphs: [
      waits ? wait(access, { locale }) : m.payments_receipt_start({ title }, { locale }),
      ...(order.mode === "live" ? [] : [m.payments_sandbox_receipt({}, { locale })]),
    ],
    button: waits
      ? { label: m.payments_receipt_order_button({}, { locale }), url: `${origin}${paths.order(order.reference)}` }
      : { label: m.payments_receipt_button({}, { locale }), url: `${origin}${paths.learnCourse(slugOf(order))}` },
    facts: receiptFacts({ ...order, paidAt, method, accessFrom }, locale),
    sums: lineAmounts(order, locale),
    note: withdrawalNote(order, seller),
  };
}

/** What the buyer chose: the text of then, with its version and time. */
function withdrawalNote(order: OrderTold, seller: Provider): NonNullable<Letter["note"]> {
  const locale = asLocale(order.locale);
  const free = mayWithdraw(order.withdrawalVersion);
  const { reference, withdrawalAt, withdrawalText, withdrawalVersion } = order;
  return {
    title: free ? m.payments_withdrawal_title({}, { locale }) : m.payments_withdrawal_business_title({}, { locale }),
    paragraphs: [
      m.payments_withdrawal_said({ at: formatDateTime(withdrawalAt, locale), version: withdrawalVersion }, { locale }),
      withdrawalText,
      ...(free ? [m.payments_withdrawal_how({ email: seller.contact.email, reference }, { locale })] : []),
    ],
  };
}

/** The bank said no after days of waiting: nothing was taken, and the course can be bought again. */
export function failureLetter(order: OrderTold, around: Circumstances): Letter {
  const locale = asLocale(order.locale);
  const title = titleOf(order);
  return {
    ...frame(order, around),
    subject: m.payments_failed_subject({ title }, { locale }),
    paragraphs: [m.payments_failed_text({ title, amount: formatMoney(order.totalCents, order.currency, locale) }, { locale })],
    button: { label: m.payments_failed_button({}, { locale }), url: `${around.origin}${paths.buy(slugOf(order))}` },
  };
}

/** Money came that pays for nothing new: the buyer hears that we saw it and need not act. */
export function doubtLetter(order: OrderTold, around: Circumstances): Letter {
  const locale = asLocale(order.locale);
  const title = titleOf(order);
  return {
    ...frame(order, around),
    subject: m.payments_second_subject({ title }, { locale }),
    paragraphs: [m.payments_second_text({ title, reference: order.reference }, { locale })],
  };
}
