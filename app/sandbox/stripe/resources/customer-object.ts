import type Stripe from "stripe";
import { newId, randomText } from "../ids.ts";

interface Given {
  email?: string | null | undefined;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  description?: string | null | undefined;
  address?: Stripe.Address | null | undefined;
  metadata?: Record<string, string> | undefined;
  preferred_locales?: string[] | undefined;
}

/** A new customer with every field the API shows. `now` is in seconds. */
export function buildCustomer(given: Given, now: number): Stripe.Customer {
  return {
    id: newId("cus"),
    object: "customer",
    address: given.address ?? null,
    balance: 0,
    created: now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: given.description ?? null,
    discount: null,
    email: given.email ?? null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: given.metadata ?? {},
    name: given.name ?? null,
    next_invoice_sequence: 1,
    phone: given.phone ?? null,
    preferred_locales: given.preferred_locales ?? [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
}
