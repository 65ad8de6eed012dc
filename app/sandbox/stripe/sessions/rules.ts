import { invalid, missing, unbuilt } from "../http/errors.ts";
import type { FormObject, FormValue } from "../http/form.ts";
import { offeredMethods } from "../payments/methods.ts";
import { findDocument } from "../store/documents.ts";
import type { Db } from "../store/transaction.ts";
import { type CreateSession, VALUES_NOT_SIMULATED } from "./params.ts";

const HALF_HOUR = 30 * 60;
const DAY = 24 * 3600;
// Whoever reads the clock a moment before the sandbox must not be refused for it.
const SLACK = 5;

/** Values that exist at Stripe and not here are "not simulated", never "invalid". */
export function refuseUnplayedValues(params: FormObject): void {
  for (const [dotted, values] of Object.entries(VALUES_NOT_SIMULATED)) {
    for (const sent of valuesAt(params, dotted.split("."))) {
      if (values.includes(sent)) throw unbuilt(`${dotted}=${sent}`);
    }
  }
}

function valuesAt(value: FormValue | undefined, path: string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  if (typeof value === "string" || value === undefined) return path.length === 0 && value !== undefined ? [value] : [];
  const [key = "", ...rest] = path;
  return valuesAt(value[key], rest);
}

/** Rules between parameters, which types cannot state. `now` is in seconds. */
export async function checkSessionRules(db: Db, params: CreateSession, now: number): Promise<void> {
  const currencies = new Set(params.line_items.map((item) => item.price_data.currency));
  if (params.currency) currencies.add(params.currency.toLowerCase());
  if (currencies.size > 1) throw invalid("All line items must use the same currency.", { param: "line_items" });
  if (params.customer && params.customer_email)
    throw invalid("You may only specify one of these parameters: customer, customer_email.", { param: "customer" });
  if (params.customer && params.customer_creation)
    throw invalid("You may only specify one of these parameters: customer, customer_creation.", { param: "customer_creation" });
  if (!params.customer && params.customer_update)
    throw invalid("`customer_update` can only be used with `customer`.", { param: "customer_update" });
  if (params.customer && !(await findDocument(db, "customer", params.customer)))
    throw missing("customer", params.customer, "customer", 400);
  if (params.customer && params.tax_id_collection?.enabled && params.customer_update?.name !== "auto") {
    throw invalid("Tax ID collection with an existing customer requires `customer_update[name]` to be `auto`.", {
      param: "customer_update[name]",
    });
  }
  if (params.allowed_payment_method_types && params.excluded_payment_method_types) {
    throw invalid("You may only specify one of these parameters: allowed_payment_method_types, excluded_payment_method_types.", {
      param: "excluded_payment_method_types",
    });
  }
  checkExpiry(params.expires_at, now);
  checkAmount(params);
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return;
  if (expiresAt < now + HALF_HOUR - SLACK)
    throw invalid("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.", { param: "expires_at" });
  if (expiresAt > now + DAY + SLACK)
    throw invalid("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.", { param: "expires_at" });
}

function checkAmount(params: CreateSession): void {
  const total = params.line_items.reduce((sum, item) => sum + item.price_data.unit_amount * item.quantity, 0);
  const currency = params.line_items[0]?.price_data.currency ?? "eur";
  if (total > 0 && total < 50) {
    throw invalid("The Checkout Session's total amount must convert to at least 50 cents.", { code: "amount_too_small" });
  }
  if (offeredMethods(currency, params.allowed_payment_method_types, params.excluded_payment_method_types).length === 0) {
    throw invalid(
      "No valid payment method types for this Checkout Session. Please ensure that you have activated payment methods compatible with your chosen currency.",
      { param: "allowed_payment_method_types" },
    );
  }
}
