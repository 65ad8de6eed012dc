import { z } from "zod";
import { spendFaultIn } from "../faults/state.ts";
import { missing } from "../http/errors.ts";
import { wholeList } from "../http/lists.ts";
import { expand, integer, parseParams } from "../http/params.ts";
import { type Route, read, write } from "../http/route.ts";
import { createCheckoutSession } from "../sessions/create.ts";
import { distort } from "../sessions/distort.ts";
import { expireSession } from "../sessions/expire.ts";
import { findDocument, findInner } from "../store/documents.ts";
import type { Tx } from "../store/transaction.ts";
import { listRoute } from "./stored.ts";

const BASE = "/v1/checkout/sessions";
const onlyExpand = z.strictObject({ expand: expand.optional() });
const linePaging = z.strictObject({
  limit: integer.pipe(z.number().min(1).max(100)).default(10),
  starting_after: z.string().optional(),
  expand: expand.optional(),
});

/** Everything the sandbox plays about Checkout Sessions. */
export const sessionRoutes: Route[] = [
  write(BASE, "Checkout.SessionCreateParams", createCheckoutSession),
  listRoute(BASE, "Checkout.SessionListParams", "checkout.session", ["customer", "payment_intent", "status"]),
  read(`${BASE}/:id`, "Checkout.SessionRetrieveParams", onlyExpand, async (db, call) => {
    const id = call.ids[0] ?? "";
    const found = await findDocument(db, "checkout.session", id);
    if (!found) throw missing("checkout.session", id, "session");
    const fault = await spendFaultIn(db as Tx, "sessionReads", () => true);
    return fault ? distort(found, fault) : found;
  }),
  write(`${BASE}/:id/expire`, "Checkout.SessionExpireParams", (tx, call, params) => {
    parseParams(onlyExpand, params);
    return expireSession(tx, call.sandbox, call.ids[0] ?? "", call);
  }),
  read(`${BASE}/:id/line_items`, "Checkout.SessionListLineItemsParams", linePaging, async (db, call, params) => {
    const id = call.ids[0] ?? "";
    const inner = await findInner(db, "checkout.session", id);
    if (!inner) throw missing("checkout.session", id, "session");
    const from = params.starting_after ? inner.lineItems.findIndex((item) => item.id === params.starting_after) + 1 : 0;
    const page = inner.lineItems.slice(from, from + params.limit);
    return { ...wholeList(`${BASE}/${id}/line_items`, page), has_more: from + params.limit < inner.lineItems.length };
  }),
];
