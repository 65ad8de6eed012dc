import type { Provider } from "#app/features/catalogue/provider-file.ts";
import { formatDate, formatDateTime, formatMoney } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";

type Locale = "nl" | "en";

export interface ReceiptLine {
  title: string;
  quantity: number;
  totalCents: number;
  vatCents: number;
  vatText: string;
  accessMonths: number;
}

/** A paid order, as a receipt tells it. Times are UTC instants. */
export interface Receipt {
  reference: string;
  mode: string;
  buyerName: string;
  company: string | null;
  companyReference: string | null;
  vatId: string | null;
  currency: string;
  totalCents: number;
  paidAt: Date;
  /** `ideal`, `card`, …; null when nothing had to be paid */
  method: string | null;
  accessFrom: Date;
  lines: ReceiptLine[];
}

export interface Fact {
  label: string;
  value: string;
  /** the language of the value, where it may be another than the page's */
  lang?: "nl";
}

export const asLocale = (locale: string): Locale => (locale === "en" ? "en" : "nl");

/** How the buyer paid, in words. */
function methodName(method: string | null, locale: Locale): string {
  switch (method) {
    case null:
    case "none":
      return m.payments_method_none({}, { locale });
    case "ideal":
      return "iDEAL | Wero";
    case "bancontact":
      return "Bancontact";
    case "card":
      return m.payments_method_card({}, { locale });
    case "sepa_debit":
      return m.payments_method_sepa({}, { locale });
    default:
      return method;
  }
}

/** Price, VAT and net of one amount; the three always add up. */
export function amountFacts(amount: { totalCents: number; vatCents: number; vatText: string; currency: string }, locale: Locale): Fact[] {
  const money = (cents: number) => formatMoney(cents, amount.currency, locale);
  return [
    { label: m.payments_net({}, { locale }), value: money(amount.totalCents - amount.vatCents) },
    { label: amount.vatText, value: money(amount.vatCents) },
    { label: m.payments_total({}, { locale }), value: money(amount.totalCents) },
  ];
}

/** What a receipt states beside its figures. */
export function receiptFacts(receipt: Receipt, locale: Locale): Fact[] {
  const optional = (label: string, value: string | null): Fact[] => (value ? [{ label, value }] : []);
  return [
    { label: m.payments_reference({}, { locale }), value: receipt.reference },
    { label: m.payments_paid_on({}, { locale }), value: formatDateTime(receipt.paidAt, locale) },
    { label: m.payments_buyer({}, { locale }), value: receipt.buyerName },
    ...optional(m.payments_company({}, { locale }), receipt.company),
    ...optional(m.payments_company_reference({}, { locale }), receipt.companyReference),
    ...optional(m.payments_vat_id({}, { locale }), receipt.vatId),
    { label: m.payments_method({}, { locale }), value: methodName(receipt.method, locale) },
    ...receipt.lines.flatMap((line) => [
      { label: m.payments_course({}, { locale }), value: line.title, lang: "nl" as const },
      {
        label: m.payments_access({}, { locale }),
        value: m.payments_access_from({ date: formatDate(receipt.accessFrom, locale), months: String(line.accessMonths) }, { locale }),
      },
    ]),
  ];
}

interface Amounts {
  lines: Pick<ReceiptLine, "totalCents" | "vatCents" | "vatText">[];
  currency: string;
}

/** The figures of an order, a group for each of its lines; each ends with its total. */
export const lineAmounts = (order: Amounts, locale: Locale) =>
  order.lines.map((line) => amountFacts({ ...line, currency: order.currency }, locale));

/** The same figures in one list. */
export const orderAmounts = (order: Amounts, locale: Locale) => lineAmounts(order, locale).flat();

/** A name without the remarks that stand in brackets behind it. */
const bareName = (name: string) => name.replace(/\s*\(.*\)$/, "");

/** Who sold it by name, address and registration, one line a fact. The legal name always; the trade name where it is another. */
export function sellerDetails(seller: Provider, locale: Locale): string[] {
  const { address } = seller;
  return [
    ...(bareName(seller.legalName) === bareName(seller.tradeName) ? [] : [seller.tradeName]),
    seller.legalName,
    `${address.street}, ${address.postcode} ${address.city}, ${address.country}`,
    `${m.payments_kvk({}, { locale })} ${seller.kvk}${seller.vatId ? ` · ${m.payments_vat_id({}, { locale })} ${seller.vatId}` : ""}`,
  ];
}

/** The same, and how to reach them. */
export function sellerLines(seller: Provider, locale: Locale): string[] {
  const { contact } = seller;
  return [...sellerDetails(seller, locale), `${contact.name} · ${contact.phone} · ${contact.email}`];
}
