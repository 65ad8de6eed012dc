import type Stripe from "stripe";
import type { SessionInner } from "../sessions/inner.ts";
import type { Sent } from "./form-input.ts";
import { type Html, html } from "./html.ts";
import { money, type Texts } from "./texts.ts";

type ErrorName = keyof Texts["errors"];

interface View {
  session: Stripe.Checkout.Session;
  inner: SessionInner;
  shop: string;
  texts: Texts;
  sent: Sent;
  errors: ErrorName[];
  notice: string | null;
}

// The field each message belongs to, for the links in the summary.
const FIELD: Record<Exclude<ErrorName, "method">, string> = {
  email: "email",
  name: "name",
  number: "number",
  expiry: "expiry",
  cvc: "cvc",
  iban: "iban",
  address: "line1",
  terms: "terms",
};

/** The page where the buyer sees the order and chooses how to pay. Every field works without a script. */
export function checkoutBody(view: View): Html {
  const { session, texts, shop } = view;
  const total = money(session.amount_total ?? 0, session.currency ?? "eur", texts);
  const free = session.amount_total === 0;
  return html`<h1>${shop}</h1>${summary(view)}
${view.notice && html`<div class="alert" role="alert" tabindex="-1" autofocus><p>${view.notice}</p></div>`}
${view.errors.length > 0 && errorSummary(view)}
<form method="post" action="/c/pay/${session.id}" novalidate>
${emailField(view)}
${field(view, "name", texts.name, "name", "name")}
${session.name_collection?.business?.enabled && field(view, "business_name", texts.businessName, "organization")}
${session.tax_id_collection?.enabled && field(view, "tax_id", texts.taxId, "off")}
${session.billing_address_collection === "required" && address(view)}
${!free && methods(view)}
${session.consent_collection?.terms_of_service === "required" && terms(view)}
${session.custom_text.submit && html`<p>${session.custom_text.submit.message}</p>`}
<button type="submit">${free ? texts.finish : texts.pay(total)}</button></form>
${session.cancel_url && html`<p><a href="${session.cancel_url}">${texts.backToShop(shop)}</a></p>`}`;
}

function summary({ session, inner, texts }: View): Html {
  const show = (cents: number) => money(cents, session.currency ?? "eur", texts);
  return html`<h2>${texts.summary}</h2><dl class="lines">${inner.lineItems.map(
    (item) => html`<dt>${item.description}${(item.quantity ?? 1) > 1 && ` × ${item.quantity}`}</dt><dd>${show(item.amount_total)}</dd>`,
  )}<dt class="total">${texts.total}</dt><dd class="total">${show(session.amount_total ?? 0)}</dd></dl>`;
}

function errorSummary({ errors, texts, session }: View): Html {
  const fieldOf = (name: ErrorName) => (name === "method" ? `method-${session.payment_method_types[0]}` : FIELD[name]);
  return html`<div class="alert" role="alert" tabindex="-1" autofocus><h2>${texts.errorTitle}</h2><ul>${errors.map(
    (name) => html`<li><a href="#${fieldOf(name)}">${texts.errors[name]}</a></li>`,
  )}</ul></div>`;
}

function emailField(view: View): Html {
  const fixed = view.session.customer_details?.email;
  // The real page locks an address that the shop filled in.
  if (fixed) return html`<label for="email">${view.texts.email}</label><input id="email" type="email" value="${fixed}" readonly>`;
  return field(view, "email", view.texts.email, "email", "email", "email");
}

function field(view: View, name: string, label: string, complete: string, error?: ErrorName, type = "text", help?: string): Html {
  const wrong = error && view.errors.includes(error);
  const notes = [help && `${name}-help`, wrong && `${name}-error`].filter(Boolean).join(" ");
  return html`<label for="${name}">${label}</label>${help && html`<p class="help" id="${name}-help">${help}</p>`}
<input id="${name}" name="${name}" type="${type}" autocomplete="${complete}" value="${remembered(view, name)}"${notes && html` aria-describedby="${notes}"`}${wrong && html` aria-invalid="true"`}>
${wrong && html`<p class="error" id="${name}-error">${view.texts.errors[error]}</p>`}`;
}

function remembered({ sent, inner }: View, name: string): string {
  const buyer = inner.lastBuyer;
  const before: Record<string, string | null | undefined> = {
    email: buyer?.email,
    name: buyer?.name,
    business_name: buyer?.businessName,
    tax_id: buyer?.taxId,
    line1: buyer?.address?.line1,
    postal_code: buyer?.address?.postal_code,
    city: buyer?.address?.city,
  };
  return sent[name] ?? before[name] ?? "";
}

function address(view: View): Html {
  const { texts } = view;
  const chosen = view.sent.country ?? view.inner.lastBuyer?.address?.country ?? "NL";
  return html`${field(view, "line1", texts.line1, "address-line1", "address")}${field(view, "postal_code", texts.postalCode, "postal-code")}${field(view, "city", texts.city, "address-level2")}
<label for="country">${texts.country}</label><select id="country" name="country" autocomplete="country">${Object.entries(
    texts.countries,
  ).map(([code, name]) => html`<option value="${code}"${code === chosen && html` selected`}>${name}</option>`)}</select>`;
}

function methods(view: View): Html {
  const { session, texts } = view;
  const offered = session.payment_method_types as (keyof Texts["methods"])[];
  const chosen = view.sent.method ?? (offered.length === 1 ? offered[0] : undefined);
  const wrong = view.errors.includes("method");
  return html`<fieldset><legend>${texts.methodLegend}</legend>${wrong && html`<p class="error">${texts.errors.method}</p>`}
${offered.map((method) => html`<label class="choice" for="method-${method}"><input type="radio" id="method-${method}" name="method" value="${method}"${method === chosen && html` checked`}>${texts.methods[method]}</label>`)}
${offered.includes("card") && html`<div class="part card">${field(view, "number", texts.cardNumber, "cc-number", "number", "text", texts.cardHelp)}${field(view, "expiry", texts.cardExpiry, "cc-exp", "expiry")}${field(view, "cvc", texts.cardCvc, "cc-csc", "cvc")}</div>`}
${offered.includes("sepa_debit") && html`<div class="part sepa">${field(view, "iban", texts.iban, "off", "iban", "text", texts.ibanHelp)}</div>`}</fieldset>`;
}

function terms(view: View): Html {
  const wrong = view.errors.includes("terms");
  const words = view.session.custom_text.terms_of_service_acceptance?.message ?? view.texts.terms;
  // Never ticked beforehand.
  return html`<label class="choice" for="terms"><input type="checkbox" id="terms" name="terms" value="yes"${wrong && html` aria-invalid="true" aria-describedby="terms-error"`}>${words}</label>
${wrong && html`<p class="error" id="terms-error">${view.texts.errors.terms}</p>`}`;
}
