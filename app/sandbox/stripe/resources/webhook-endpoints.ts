import type Stripe from "stripe";
import { z } from "zod";
import { missing } from "../http/errors.ts";
import { wholeList } from "../http/lists.ts";
import { expand, paging } from "../http/params.ts";
import { type Route, read } from "../http/route.ts";
import type { Db } from "../store/transaction.ts";

interface Row {
  id: string;
  url: string;
  api_version: string;
  enabled_events: string[];
  status: string;
  created: string;
}

/** Reading only: the one endpoint comes from the environment. The secret is never shown, as at Stripe after creation. */
export const webhookEndpointRoutes: Route[] = [
  read(
    "/v1/webhook_endpoints",
    "WebhookEndpointListParams",
    z.strictObject({ limit: paging.limit, expand: expand.optional() }),
    async (db, _call, params) => {
      const all = await endpoints(db);
      return { ...wholeList("/v1/webhook_endpoints", all.slice(0, params.limit)), has_more: all.length > params.limit };
    },
  ),
  read("/v1/webhook_endpoints/:id", "WebhookEndpointRetrieveParams", z.strictObject({ expand: expand.optional() }), async (db, call) => {
    const found = (await endpoints(db)).find((endpoint) => endpoint.id === call.ids[0]);
    if (!found) throw missing("webhook endpoint", call.ids[0] ?? "", "webhook_endpoint");
    return found;
  }),
];

async function endpoints(db: Db): Promise<Stripe.WebhookEndpoint[]> {
  const found = await db.query<Row>("select * from sandbox_stripe.endpoint order by created desc, id");
  return found.rows.map((row) => ({
    id: row.id,
    object: "webhook_endpoint",
    api_version: row.api_version,
    application: null,
    created: Number(row.created),
    description: null,
    enabled_events: row.enabled_events,
    livemode: false,
    metadata: {},
    status: row.status,
    url: row.url,
  }));
}
