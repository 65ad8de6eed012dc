import type Stripe from "stripe";
import { newId } from "../ids.ts";
import type { CreateSession } from "./params.ts";

type Asked = CreateSession["line_items"][number];

/** The stored line of a session. Prices are tax-inclusive cents; tax itself is the shop's business. */
export function buildLineItem(asked: Asked, created: number): Stripe.LineItem {
  const amount = asked.price_data.unit_amount * asked.quantity;
  return {
    id: newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: asked.price_data.currency,
    description: asked.price_data.product_data.name,
    metadata: asked.metadata ?? {},
    price: buildPrice(asked, created),
    quantity: asked.quantity,
  };
}

function buildPrice({ price_data }: Asked, created: number): Stripe.Price {
  return {
    id: newId("price"),
    object: "price",
    active: false,
    billing_scheme: "per_unit",
    created,
    currency: price_data.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: newId("prod"),
    recurring: null,
    tax_behavior: price_data.tax_behavior ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: "one_time",
    unit_amount: price_data.unit_amount,
    // On the wire a decimal is text; the SDK makes a Decimal of it.
    unit_amount_decimal: String(price_data.unit_amount) as unknown as Stripe.Decimal,
  };
}
