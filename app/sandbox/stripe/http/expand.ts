import type { Kind } from "../store/documents.ts";
import { findBy, findDocument, findInner } from "../store/documents.ts";
import type { Db } from "../store/transaction.ts";
import { invalid, unbuilt } from "./errors.ts";
import { wholeList } from "./lists.ts";

type Bag = Record<string, unknown>;

// Which field of which object refers to what. "none": always null or empty here, so there is nothing to fetch.
const REFERENCES: Record<string, Record<string, Kind | "none" | "unbuilt">> = {
  "checkout.session": {
    customer: "customer",
    payment_intent: "payment_intent",
    invoice: "none",
    payment_link: "none",
    setup_intent: "none",
    subscription: "none",
  },
  payment_intent: {
    customer: "customer",
    latest_charge: "charge",
    payment_method: "unbuilt",
    application: "none",
    on_behalf_of: "none",
    review: "none",
    source: "none",
  },
  charge: {
    customer: "customer",
    payment_intent: "payment_intent",
    balance_transaction: "balance_transaction",
    failure_balance_transaction: "none",
    application: "none",
    application_fee: "none",
    on_behalf_of: "none",
    review: "none",
    source_transfer: "none",
  },
  refund: {
    charge: "charge",
    payment_intent: "payment_intent",
    balance_transaction: "balance_transaction",
    failure_balance_transaction: "balance_transaction",
    customer: "customer",
    payment_method: "unbuilt",
    source_transfer_reversal: "none",
    transfer_reversal: "none",
  },
  dispute: { charge: "charge", payment_intent: "payment_intent" },
  balance_transaction: { source: "charge" },
  customer: { default_source: "none", test_clock: "none" },
  item: {},
  price: { product: "unbuilt" },
};
const DEPTH = 4;

/** Replaces ids by objects along each dotted path, and adds lists that are only shown on request. Changes `root`. */
export async function expandAll(db: Db, root: Bag, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const steps = path.split(".");
    const counted = steps.filter((step) => step !== "data");
    if (counted.length > DEPTH)
      throw invalid(`You cannot expand more than ${DEPTH} levels of a property. Property: ${path}`, { param: "expand" });
    await expandPath(db, root, steps, path);
  }
}

async function expandPath(db: Db, target: Bag, steps: string[], whole: string): Promise<void> {
  const [step = "", ...rest] = steps;
  if (step === "") return;
  if (target.object === "list") {
    if (step !== "data") throw cannot(whole);
    for (const item of target.data as Bag[]) await expandPath(db, item, rest, whole);
    return;
  }
  const value = await fetchField(db, target, step, whole);
  if (value && typeof value === "object") await expandPath(db, value as Bag, rest, whole);
}

async function fetchField(db: Db, target: Bag, field: string, whole: string): Promise<unknown> {
  const object = String(target.object);
  const included = await includedList(db, target, object, field);
  if (included) {
    target[field] ??= included;
    return target[field];
  }
  const value = target[field];
  if (value && typeof value === "object" && "object" in value) return value;
  const kind = REFERENCES[object]?.[field];
  if (!kind) throw cannot(whole);
  if (value === null || value === undefined) return null;
  if (kind === "none" || kind === "unbuilt") throw unbuilt(`expanding ${whole}`);
  const found =
    object === "balance_transaction"
      ? ((await findDocument(db, "charge", String(value))) ??
        (await findDocument(db, "refund", String(value))) ??
        (await findDocument(db, "dispute", String(value))))
      : await findDocument(db, kind, String(value));
  if (!found) throw new Error(`${object}.${field} points at ${String(value)}, which is not stored`);
  target[field] = found;
  return found;
}

async function includedList(db: Db, target: Bag, object: string, field: string): Promise<unknown> {
  const id = String(target.id);
  if (object === "checkout.session" && field === "line_items") {
    const inner = await findInner(db, "checkout.session", id);
    return wholeList(`/v1/checkout/sessions/${id}/line_items`, inner?.lineItems ?? []);
  }
  if (object === "charge" && field === "refunds") return wholeList(`/v1/charges/${id}/refunds`, await findBy(db, "refund", "charge", id));
  if (object === "customer" && ["sources", "subscriptions", "tax_ids"].includes(field)) {
    return wholeList(`/v1/customers/${id}/${field}`, []);
  }
  return null;
}

function cannot(path: string) {
  return invalid(`This property cannot be expanded (${path}).`, { param: "expand" });
}
