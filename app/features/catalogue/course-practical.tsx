import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { formatMoney } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { withoutVat } from "./net-price.ts";
import type { PricedOffer } from "./prices.server.ts";

/** What one asks before paying: price and tax, how to pay, how long, may I change my mind, what do I need. */
export function Practical({ offer, accessMonths }: { offer: PricedOffer | null; accessMonths: number }) {
  return (
    <dl className="questions">
      {offer ? <Item question={m.catalogue_facet_price()}>{priceSentence(offer)}</Item> : null}
      <Item question={m.catalogue_practical_pay()}>{m.catalogue_practical_pay_text()}</Item>
      <Item question={m.catalogue_course_access()}>{m.catalogue_practical_access_text({ months: accessMonths })}</Item>
      <Item question={m.catalogue_course_withdrawal()}>
        {m.catalogue_practical_withdrawal_text()}{" "}
        <TextLink to={`${paths.terms()}#herroepen`}>{m.catalogue_practical_withdrawal_link()}</TextLink>
      </Item>
      <Item question={m.catalogue_practical_needs()}>{m.catalogue_practical_needs_text()}</Item>
    </dl>
  );
}

function Item({ question, children }: { question: string; children: ReactNode }) {
  return (
    <div>
      <dt>{question}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function priceSentence({ amountCents, currency, vatTreatment, vatBasisPoints }: PricedOffer): string {
  const money = (cents: number) => formatMoney(cents, currency, getLocale());
  if (vatTreatment === "exempt_education") return m.catalogue_practical_price_exempt({ price: money(amountCents) });
  const net = withoutVat(amountCents, vatBasisPoints);
  return m.catalogue_practical_price({ price: money(amountCents), net: money(net), vat: money(amountCents - net) });
}
