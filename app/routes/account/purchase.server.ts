import { coursePage } from "#app/features/catalogue/courses.server.ts";
import { paths } from "#app/paths.ts";
import { formatMoney } from "#app/platform/i18n/format.ts";

export interface PurchaseAhead {
  title: string;
  /** the language of the title */
  lang: string;
  /** as written, or empty while there is none */
  price: string;
}

/** The purchase a visitor is on the way to, when `next` leads to the order page of a course; otherwise null. */
export async function purchaseAhead(next: string, { locale, now }: { locale: string; now: Date }): Promise<PurchaseAhead | null> {
  const slug = /^\/masterclasses\/([a-z0-9-]{1,120})\/buy(?=[?#]|$)/.exec(next)?.[1];
  if (!slug || !next.startsWith(paths.buy(slug))) return null;
  const page = await coursePage(slug, now);
  if (!page) return null;
  const { course, offer } = page;
  return { title: course.title, lang: "nl", price: offer ? formatMoney(offer.amountCents, offer.currency, locale) : "" };
}
