import type Stripe from "stripe";
import { z } from "zod";
import { missing } from "../http/errors.ts";
import { expand } from "../http/params.ts";
import { type Call, type Route, read } from "../http/route.ts";
import { ACCOUNT_ID } from "../version.ts";

const onlyExpand = z.strictObject({ expand: expand.optional() });

/** The one account there is, under both of its addresses. */
export const accountRoutes: Route[] = [
  read("/v1/account", "AccountRetrieveCurrentParams", onlyExpand, async (_db, call) => account(call)),
  read("/v1/accounts/:id", "AccountRetrieveParams", onlyExpand, async (_db, call) => {
    if (call.ids[0] !== ACCOUNT_ID) throw missing("account", call.ids[0] ?? "", "account");
    return account(call);
  }),
];

function account(call: Call): Stripe.Account {
  return {
    id: ACCOUNT_ID,
    object: "account",
    business_type: "company",
    capabilities: {
      card_payments: "active",
      ideal_payments: "active",
      bancontact_payments: "active",
      sepa_debit_payments: "active",
      transfers: "active",
    },
    charges_enabled: true,
    country: "NL",
    default_currency: "eur",
    details_submitted: true,
    email: "oefenomgeving@example.org",
    metadata: {},
    payouts_enabled: true,
    settings: null,
    business_profile: {
      mcc: "8299",
      minority_owned_business_designation: null,
      name: call.sandbox.options.shopName,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    type: "standard",
  };
}
