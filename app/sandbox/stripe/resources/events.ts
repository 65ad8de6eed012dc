import { z } from "zod";
import { missing } from "../http/errors.ts";
import { type Condition, readPage } from "../http/lists.ts";
import { expand, flag, paging } from "../http/params.ts";
import { type Route, read } from "../http/route.ts";
import { nowSeconds } from "../store/clock.ts";
import type { Db } from "../store/transaction.ts";
import type { StoredEvent } from "../webhooks/emit.ts";
import { withPending } from "../webhooks/show.ts";

const THIRTY_DAYS = 30 * 24 * 3600;
const UNDELIVERED =
  "exists (select 1 from sandbox_stripe.delivery d where d.event_id = event.id and d.state <> 'delivered' and not d.extra)";
const listParams = z.strictObject({
  ...paging,
  type: z.string().optional(),
  types: z.array(z.string()).max(20, "You may only specify up to 20 types").optional(),
  delivery_success: flag.optional(),
});

/** Events can be read for 30 days, on the sandbox's clock. */
export const eventRoutes: Route[] = [
  read("/v1/events", "EventListParams", listParams, async (db, _call, params) => {
    const conditions: Condition[] = [["created >= ?", await oldest(db)]];
    if (params.type) conditions.push(["type = ?", params.type]);
    if (params.types) conditions.push(["type = any(?)", params.types]);
    // Needs no values; the table alias is the list's own.
    if (params.delivery_success !== undefined) conditions.push([params.delivery_success ? `not ${UNDELIVERED}` : UNDELIVERED]);
    const page = await readPage<StoredEvent>(db, "event", "/v1/events", params, conditions);
    const data: StoredEvent[] = [];
    for (const event of page.data) data.push(await withPending(db, event));
    return { ...page, data };
  }),
  read("/v1/events/:id", "EventRetrieveParams", z.strictObject({ expand: expand.optional() }), async (db, call) => {
    const id = call.ids[0] ?? "";
    const found = await db.query<{ body: StoredEvent }>("select body from sandbox_stripe.event where id = $1 and created >= $2", [
      id,
      await oldest(db),
    ]);
    if (!found.rows[0]) throw missing("event", id, "id");
    return withPending(db, found.rows[0].body);
  }),
];

async function oldest(db: Db): Promise<number> {
  return (await nowSeconds(db)) - THIRTY_DAYS;
}
