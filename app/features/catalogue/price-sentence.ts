import { formatMoney } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { inLetters } from "./course-words.ts";
import { withoutVat } from "./net-price.ts";
import type { PricedOffer } from "./prices.server.ts";

/** What the modules of a masterclass cost when bought one by one. */
export interface ModulesApart {
  count: number;
  /** all of them together, VAT included */
  amountCents: number;
}

/** A price with its tax, in a sentence; and beside it what its modules cost apart, where all of them are sold. */
export function priceSentence({ amountCents, currency, vatTreatment, vatBasisPoints }: PricedOffer, apart: ModulesApart | null): string {
  const money = (cents: number) => formatMoney(cents, currency, getLocale());
  const net = withoutVat(amountCents, vatBasisPoints);
  const price =
    vatTreatment === "exempt_education"
      ? m.catalogue_practical_price_exempt({ price: money(amountCents) })
      : m.catalogue_practical_price({ price: money(amountCents), net: money(net), vat: money(amountCents - net) });
  return apart
    ? `${price} ${m.catalogue_practical_price_apart({ count: inLetters(apart.count), price: money(apart.amountCents) })}`
    : price;
}
