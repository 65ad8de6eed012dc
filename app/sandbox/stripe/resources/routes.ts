import type { Route } from "../http/route.ts";
import { accountRoutes } from "./account.ts";
import { customerRoutes } from "./customers.ts";
import { eventRoutes } from "./events.ts";
import { refundRoutes } from "./refunds.ts";
import { sessionRoutes } from "./sessions.ts";
import { listRoute, retrieveRoute } from "./stored.ts";
import { webhookEndpointRoutes } from "./webhook-endpoints.ts";

/** Every method and address under /v1 that the sandbox plays. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...customerRoutes,
  retrieveRoute("/v1/payment_intents", "PaymentIntentRetrieveParams", "payment_intent", "payment_intent", "intent"),
  listRoute("/v1/payment_intents", "PaymentIntentListParams", "payment_intent", ["customer"]),
  retrieveRoute("/v1/charges", "ChargeRetrieveParams", "charge", "charge"),
  listRoute("/v1/charges", "ChargeListParams", "charge", ["customer", "payment_intent"]),
  ...refundRoutes,
  retrieveRoute("/v1/disputes", "DisputeRetrieveParams", "dispute", "dispute"),
  listRoute("/v1/disputes", "DisputeListParams", "dispute", ["charge", "payment_intent"]),
  retrieveRoute("/v1/balance_transactions", "BalanceTransactionRetrieveParams", "balance_transaction", "balance transaction"),
  ...eventRoutes,
  ...accountRoutes,
  ...webhookEndpointRoutes,
];
