import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";

/** What one asks before paying: price and tax (`price`: price-sentence.ts), how to pay, how long, may I change my mind, what do I need. */
export function Practical({ price, accessMonths }: { price: string | null; accessMonths: number }) {
  return (
    <dl className="questions">
      {price ? <Item question={m.catalogue_facet_price()}>{price}</Item> : null}
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
