import type Stripe from "stripe";
import type { Attempt } from "../sessions/inner.ts";
import { type Html, html } from "./html.ts";
import { money, type Texts } from "./texts.ts";

/** The page of the buyer's bank: say yes, say no, or leave and decide later. A SEPA mandate cannot be refused, only not given. */
export function bankBody(session: Stripe.Checkout.Session, attempt: Attempt, shop: string, texts: Texts): Html {
  const amount = money(session.amount_total ?? 0, session.currency ?? "eur", texts);
  const mandate = attempt.method === "sepa_debit";
  return html`<h1>${texts.bankTitle[attempt.method]}</h1>
<p>${mandate ? texts.mandateText(shop, amount) : texts.bankText(shop, amount)}</p>
<form method="post" action="/c/pay/${session.id}/bank"><input type="hidden" name="attempt" value="${attempt.id}">
<button type="submit" name="answer" value="approve">${mandate ? texts.mandate : texts.approve}</button>
${!mandate && html`<button type="submit" class="plain" name="answer" value="refuse">${texts.refuse}</button>`}
<button type="submit" class="plain" name="answer" value="later">${texts.later}</button></form>`;
}
