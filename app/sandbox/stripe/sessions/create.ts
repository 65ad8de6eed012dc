import { type FormObject, withoutEmpty } from "../http/form.ts";
import { parseParams } from "../http/params.ts";
import type { Call } from "../http/route.ts";
import { nowSeconds } from "../store/clock.ts";
import { findDocument, insertDocument } from "../store/documents.ts";
import { planTimer } from "../store/timers.ts";
import type { Tx } from "../store/transaction.ts";
import { buildSession } from "./build.ts";
import { buildLineItem } from "./line-items.ts";
import { createSession, NOT_SIMULATED } from "./params.ts";
import { checkSessionRules, refuseUnplayedValues } from "./rules.ts";

/** POST /v1/checkout/sessions: checks what is asked, stores an open session and plans its end. */
export async function createCheckoutSession(tx: Tx, call: Call, params: FormObject) {
  const given = (withoutEmpty(params) ?? {}) as FormObject;
  refuseUnplayedValues(given);
  const asked = parseParams(createSession, given, NOT_SIMULATED);
  const now = await nowSeconds(tx);
  await checkSessionRules(tx, asked, now);
  const customer = asked.customer ? await findDocument(tx, "customer", asked.customer) : null;
  const session = buildSession(call.sandbox, asked, now, customer);
  await insertDocument(tx, "checkout.session", session, {
    lineItems: asked.line_items.map((item) => buildLineItem(item, now)),
    intentData: {
      metadata: asked.payment_intent_data?.metadata ?? {},
      description: asked.payment_intent_data?.description ?? null,
      receiptEmail: asked.payment_intent_data?.receipt_email ?? null,
      suffix: asked.payment_intent_data?.statement_descriptor_suffix ?? null,
    },
    attempt: null,
    lastBuyer: null,
  });
  await planTimer(tx, "expire-session", session.id, session.expires_at * 1000);
  return session;
}
