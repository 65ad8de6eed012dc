import type Stripe from "stripe";
import { newId, randomText } from "../ids.ts";
import { offeredMethods } from "../payments/methods.ts";
import type { Sandbox } from "../sandbox.ts";
import type { CreateSession } from "./params.ts";

const DAY = 24 * 3600;

/** A new open session with every field the API shows. `customer` is the existing one it was asked for, if any. */
export function buildSession(
  sandbox: Sandbox,
  asked: CreateSession,
  now: number,
  customer: Stripe.Customer | null,
): Stripe.Checkout.Session {
  const id = newId("cs_test");
  const currency = asked.line_items[0]?.price_data.currency ?? "eur";
  const total = asked.line_items.reduce((sum, item) => sum + item.price_data.unit_amount * item.quantity, 0);
  const email = customer?.email ?? asked.customer_email ?? null;
  return {
    id,
    object: "checkout.session",
    ...askedFor(asked),
    ...neverUsed(),
    amount_subtotal: total,
    amount_total: total,
    branding_settings: {
      background_color: "#ffffff",
      border_style: "rounded",
      button_color: "#0074d4",
      display_name: sandbox.options.shopName,
      font_family: "default",
      icon: null,
      logo: null,
    },
    consent: null,
    created: now,
    currency,
    customer: customer?.id ?? null,
    customer_creation: customer ? null : (asked.customer_creation ?? "if_required"),
    customer_details: email
      ? {
          address: null,
          business_name: null,
          email,
          individual_name: null,
          name: customer?.name ?? null,
          phone: null,
          tax_exempt: "none",
          tax_ids: null,
        }
      : null,
    customer_email: asked.customer_email ?? null,
    expires_at: asked.expires_at ?? now + DAY,
    livemode: false,
    mode: "payment",
    // Null until the buyer confirms (since API 2022-08-01).
    payment_intent: null,
    payment_method_types: offeredMethods(currency, asked.allowed_payment_method_types, asked.excluded_payment_method_types),
    payment_status: "unpaid",
    status: "open",
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    // The real address carries a fragment too; a shop that cuts or rebuilds it breaks there, so it must break here.
    url: `${sandbox.options.origin}/c/pay/${id}#fid${randomText(60)}`,
  };
}

function askedFor(asked: CreateSession) {
  return {
    adaptive_pricing: { enabled: asked.adaptive_pricing?.enabled ?? true },
    allow_promotion_codes: asked.allow_promotion_codes ?? null,
    allowed_payment_method_types: asked.allowed_payment_method_types ?? null,
    billing_address_collection: asked.billing_address_collection ?? null,
    cancel_url: asked.cancel_url ?? null,
    client_reference_id: asked.client_reference_id ?? null,
    consent_collection: asked.consent_collection
      ? { payment_method_reuse_agreement: null, promotions: null, terms_of_service: asked.consent_collection.terms_of_service ?? "none" }
      : null,
    custom_text: {
      after_submit: asked.custom_text?.after_submit ?? null,
      shipping_address: null,
      submit: asked.custom_text?.submit ?? null,
      terms_of_service_acceptance: asked.custom_text?.terms_of_service_acceptance ?? null,
    },
    ...(asked.excluded_payment_method_types ? { excluded_payment_method_types: asked.excluded_payment_method_types } : {}),
    locale: asked.locale ?? null,
    metadata: asked.metadata ?? {},
    ...(asked.name_collection ? { name_collection: nameCollection(asked.name_collection) } : {}),
    origin_context: asked.origin_context ?? null,
    submit_type: asked.submit_type ?? null,
    success_url: asked.success_url,
    tax_id_collection: { enabled: asked.tax_id_collection?.enabled ?? false, required: asked.tax_id_collection?.required ?? "never" },
  } satisfies Partial<Stripe.Checkout.Session>;
}

function nameCollection(asked: NonNullable<CreateSession["name_collection"]>): Stripe.Checkout.Session.NameCollection {
  const { business, individual } = asked;
  return {
    ...(business ? { business: { enabled: business.enabled, optional: business.optional ?? false } } : {}),
    ...(individual ? { individual: { enabled: individual.enabled, optional: individual.optional ?? false } } : {}),
  };
}

function neverUsed() {
  return {
    after_expiration: null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    client_secret: null,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
    currency_conversion: null,
    custom_fields: [],
    customer_account: null,
    discounts: [],
    integration_identifier: null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    managed_payments: null,
    payment_link: null,
    payment_method_collection: "if_required",
    payment_method_configuration_details: { id: "pmc_1SandboxKring", parent: null },
    payment_method_options: {},
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    subscription: null,
    wallet_options: null,
  } satisfies Partial<Stripe.Checkout.Session>;
}
