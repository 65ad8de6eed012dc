import { type FormObject, withoutEmpty } from "../http/form.ts";
import { parseParams } from "../http/params.ts";
import { type Route, write } from "../http/route.ts";
import { createRefund } from "../refunds/create.ts";
import { createRefundParams, REFUND_NOT_SIMULATED } from "../refunds/params.ts";
import { listRoute, retrieveRoute } from "./stored.ts";

/** Create, retrieve and list refunds. */
export const refundRoutes: Route[] = [
  write("/v1/refunds", "RefundCreateParams", (tx, call, params) => {
    const asked = parseParams(createRefundParams, (withoutEmpty(params) ?? {}) as FormObject, REFUND_NOT_SIMULATED);
    return createRefund(tx, call.sandbox, asked, call);
  }),
  retrieveRoute("/v1/refunds", "RefundRetrieveParams", "refund", "refund"),
  listRoute("/v1/refunds", "RefundListParams", "refund", ["charge", "payment_intent"]),
];
