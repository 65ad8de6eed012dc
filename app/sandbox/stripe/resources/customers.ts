import type Stripe from "stripe";
import { z } from "zod";
import { missing } from "../http/errors.ts";
import { type FormObject, withoutEmpty } from "../http/form.ts";
import { expand, metadata, parseParams } from "../http/params.ts";
import { type Call, type Route, read, write } from "../http/route.ts";
import { nowSeconds } from "../store/clock.ts";
import { findDocument, insertDocument, lockDocument, saveDocument } from "../store/documents.ts";
import type { Tx } from "../store/transaction.ts";
import { emit } from "../webhooks/emit.ts";
import { buildCustomer } from "./customer-object.ts";

const line = z.string().max(500);
const address = z.strictObject({
  city: line.optional(),
  country: line.optional(),
  line1: line.optional(),
  line2: line.optional(),
  postal_code: line.optional(),
  state: line.optional(),
});
// An update may send any of these empty, which means: take it away.
const email = z.union([z.literal(""), z.email("Invalid email address").max(512)]);
const fields = z.strictObject({
  address: z.union([z.literal(""), address]).optional(),
  description: z.string().max(5000).optional(),
  email: email.optional(),
  expand: expand.optional(),
  metadata: z.union([z.literal(""), metadata]).optional(),
  name: z.string().max(256).optional(),
  phone: z.string().max(20).optional(),
  preferred_locales: z.array(z.string()).optional(),
});
const NOT_SIMULATED = [
  "balance",
  "business_name",
  "cash_balance",
  "default_source",
  "individual_name",
  "invoice_prefix",
  "invoice_settings",
  "next_invoice_sequence",
  "payment_method",
  "shipping",
  "source",
  "tax",
  "tax_exempt",
  "tax_id_data",
  "test_clock",
  "validate",
];

/** Create, retrieve and update; nothing else about customers is played. */
export const customerRoutes: Route[] = [
  write("/v1/customers", "CustomerCreateParams", create),
  read("/v1/customers/:id", "CustomerRetrieveParams", z.strictObject({ expand: expand.optional() }), async (db, call) => {
    const id = call.ids[0] ?? "";
    const found = await findDocument(db, "customer", id);
    if (!found) throw missing("customer", id, "id");
    return found;
  }),
  write("/v1/customers/:id", "CustomerUpdateParams", update),
];

async function create(tx: Tx, call: Call, params: FormObject): Promise<Stripe.Customer> {
  const given = parseParams(fields, (withoutEmpty(params) ?? {}) as FormObject, NOT_SIMULATED);
  const customer = buildCustomer({ ...given, address: fullAddress(given.address), metadata: given.metadata || {} }, await nowSeconds(tx));
  await insertDocument(tx, "customer", customer);
  await emit(tx, call.sandbox, "customer.created", customer, call);
  return customer;
}

async function update(tx: Tx, call: Call, params: FormObject): Promise<Stripe.Customer> {
  const id = call.ids[0] ?? "";
  const given = parseParams(fields, params, NOT_SIMULATED);
  const held = await lockDocument(tx, "customer", id);
  if (!held) throw missing("customer", id, "id");
  const { expand: _, address: place, metadata: labels, preferred_locales: locales, ...texts } = given;
  const changes = Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value || null]));
  const customer: Stripe.Customer = {
    ...held.body,
    ...changes,
    ...(place !== undefined ? { address: fullAddress(place) } : {}),
    ...(locales ? { preferred_locales: locales } : {}),
    metadata: mergeLabels(held.body.metadata, labels),
  };
  await saveDocument<"customer">(tx, customer);
  const before = Object.fromEntries(Object.keys(changes).map((key) => [key, held.body[key as keyof Stripe.Customer]]));
  await emit(tx, call.sandbox, "customer.updated", customer, call, before);
  return customer;
}

function fullAddress(given: z.infer<typeof address> | "" | undefined): Stripe.Address | null {
  if (!given) return null;
  const part = (key: keyof Stripe.Address) => given[key] || null;
  return {
    city: part("city"),
    country: part("country"),
    line1: part("line1"),
    line2: part("line2"),
    postal_code: part("postal_code"),
    state: part("state"),
  };
}

function mergeLabels(old: Stripe.Metadata, given: Record<string, string> | "" | undefined): Stripe.Metadata {
  if (given === "") return {};
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== ""));
}
