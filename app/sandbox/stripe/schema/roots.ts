/** Where a type lives: file under `esm/resources`, then its qualified name. */
export type Root = readonly [file: string, name: string];

/** The objects the sandbox shows, by the value of their `object` field. */
export const OBJECT_ROOTS: Record<string, Root> = {
  "checkout.session": ["Checkout/Sessions", "Session"],
  item: ["LineItems", "LineItem"],
  price: ["Prices", "Price"],
  customer: ["Customers", "Customer"],
  payment_intent: ["PaymentIntents", "PaymentIntent"],
  charge: ["Charges", "Charge"],
  refund: ["Refunds", "Refund"],
  dispute: ["Disputes", "Dispute"],
  balance_transaction: ["BalanceTransactions", "BalanceTransaction"],
  account: ["Accounts", "Account"],
  webhook_endpoint: ["WebhookEndpoints", "WebhookEndpoint"],
};

/** The parameter types of the routes the sandbox plays. */
export const PARAM_ROOTS: Record<string, Root> = Object.fromEntries(
  (
    [
      [
        "Checkout/Sessions",
        "Checkout.SessionCreateParams",
        "Checkout.SessionRetrieveParams",
        "Checkout.SessionListParams",
        "Checkout.SessionExpireParams",
        "Checkout.SessionListLineItemsParams",
      ],
      ["Customers", "CustomerCreateParams", "CustomerRetrieveParams", "CustomerUpdateParams"],
      ["PaymentIntents", "PaymentIntentRetrieveParams", "PaymentIntentListParams"],
      ["Charges", "ChargeRetrieveParams", "ChargeListParams"],
      ["Refunds", "RefundCreateParams", "RefundRetrieveParams", "RefundListParams"],
      ["Disputes", "DisputeRetrieveParams", "DisputeListParams"],
      ["BalanceTransactions", "BalanceTransactionRetrieveParams"],
      ["Events", "EventRetrieveParams", "EventListParams"],
      ["Accounts", "AccountRetrieveParams", "AccountRetrieveCurrentParams"],
      ["WebhookEndpoints", "WebhookEndpointRetrieveParams", "WebhookEndpointListParams"],
    ] as const
  ).flatMap(([file, ...names]) => names.map((name) => [name, [file, name]])),
);

/** Which of the SDK's typed events are worth a schema. */
export const EVENT_TYPES = /^(checkout\.session\.|payment_intent\.|charge\.|refund\.|customer\.(created|updated)$)/;
