import type Stripe from "stripe";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { BACK } from "./checkout.ts";
import { APP_TAG, type SessionFacts, type Tags } from "./session-facts.ts";

/** The one seam to Stripe: nothing else imports the SDK, and nothing of the SDK's shapes leaves this file. */

/** A literal on purpose: the next SDK pins another version and then fails to compile, instead of moving the API silently. */
export const API_VERSION = "2026-10-28.endive";
const TOLERANCE_SECONDS = 300;
/** The SDK only refuses signatures that are too old; a date in the future would make a stolen message last. */
const FUTURE_SECONDS = 60;

/** Loaded at the first payment: no other page needs it, and it is the largest package of the site. */
let sdk: typeof Stripe | undefined;
let made: Stripe | undefined;

async function client(): Promise<Stripe> {
  sdk ??= (await import("stripe")).default;
  made ??= makeClient(sdk);
  return made;
}

function makeClient(Stripe: NonNullable<typeof sdk>): Stripe {
  const { payments } = env();
  const common = { apiVersion: API_VERSION, maxNetworkRetries: 2, timeout: 10_000, telemetry: false } as const;
  if (payments.kind === "stripe") return new Stripe(payments.secretKey, common);
  const origin = new URL(payments.origin);
  const protocol = origin.protocol === "https:" ? "https" : "http";
  return new Stripe(payments.secretKey, {
    ...common,
    host: origin.hostname,
    port: origin.port || (protocol === "https" ? 443 : 80),
    protocol,
  });
}

/** An answer that is not what was asked for. The SDK calls a 500 without an `error` key a success. */
export class StrangeAnswer extends Error {
  constructor(wanted: string) {
    super(`Stripe answered something else than a ${wanted}.`);
    this.name = "StrangeAnswer";
  }
}

function answered<T extends { object: string; id: string }>(value: T, kind: T["object"]): T {
  if (value?.object !== kind || typeof value.id !== "string" || value.id === "") throw new StrangeAnswer(kind);
  return value;
}

/**
 * What a failed call means for whoever made it. `unreachable`: unknown whether it was done, ask again with the same key.
 * `broken`: Stripe failed and may have kept that answer under the key, so ask with a new one. `missing`: there is no such
 * thing. `refused`: asking again will not help. Null: not Stripe's failure.
 */
export type StripeTrouble = "unreachable" | "broken" | "missing" | "refused";

export function stripeTrouble(error: unknown): StripeTrouble | null {
  if (error instanceof StrangeAnswer) return "broken";
  // Not loaded, it cannot have failed.
  if (!sdk || !(error instanceof sdk.errors.StripeError)) return null;
  if (error instanceof sdk.errors.StripeConnectionError || error.statusCode === 409 || error.statusCode === 429) return "unreachable";
  if (error.code === "resource_missing") return "missing";
  if (error instanceof sdk.errors.StripeAPIError) return "broken";
  return "refused";
}

/** What a session is made of. All of it is stored, so that asking again asks the same thing. */
export interface SessionWish {
  orderId: string;
  reference: string;
  attemptId: string;
  idempotencyKey: string;
  customerId: string;
  title: string;
  unitCents: number;
  quantity: number;
  currency: string;
  locale: "nl" | "en";
  courseSlug: string;
  expiresAt: Date;
}

/** Opens a payment page for an order. The same wish with the same key gives the same session. */
export async function createSession(wish: SessionWish): Promise<SessionFacts> {
  const { origin, sepa } = env();
  const metadata = { app: APP_TAG, env: origin, order: wish.orderId, attempt: wish.attemptId };
  const stripe = await client();
  const session = await stripe.checkout.sessions.create(
    {
      mode: "payment",
      line_items: [
        {
          quantity: wish.quantity,
          price_data: {
            currency: wish.currency.toLowerCase(),
            unit_amount: wish.unitCents,
            tax_behavior: "inclusive",
            product_data: { name: wish.title },
          },
        },
      ],
      client_reference_id: wish.orderId,
      metadata,
      // Session metadata does not flow on: without a copy here a dispute cannot be traced to its order.
      payment_intent_data: { metadata, description: `${wish.title} (${wish.reference})` },
      customer: wish.customerId,
      // Otherwise a switch in the Dashboard decides whether buyers see other currencies.
      adaptive_pricing: { enabled: false },
      allowed_payment_method_types: sepa ? ["card", "ideal", "bancontact", "sepa_debit"] : ["card", "ideal", "bancontact"],
      locale: wish.locale,
      submit_type: "pay",
      expires_at: Math.floor(wish.expiresAt.getTime() / 1000),
      // The placeholder must reach Stripe unencoded.
      success_url: `${origin}${paths.checkoutReturn()}?session_id={CHECKOUT_SESSION_ID}`,
      cancel_url: `${origin}${paths.buy(wish.courseSlug)}?${BACK}=1`,
    },
    { idempotencyKey: wish.idempotencyKey },
  );
  return factsOf(answered(session, "checkout.session"));
}

/** The truth about one session, read anew. @returns null when Stripe does not know it */
export async function readSession(sessionId: string): Promise<SessionFacts | null> {
  try {
    const stripe = await client();
    const session = await stripe.checkout.sessions.retrieve(sessionId, { expand: ["payment_intent.latest_charge"] });
    return factsOf(answered(session, "checkout.session"));
  } catch (error) {
    if (stripeTrouble(error) === "missing") return null;
    throw error;
  }
}

/** Closes a payment page so that nobody can pay on it. @returns false when it was not open any more: read it again */
export async function expireSession(sessionId: string): Promise<boolean> {
  try {
    const stripe = await client();
    const session = answered(await stripe.checkout.sessions.expire(sessionId), "checkout.session");
    return session.status === "expired";
  } catch (error) {
    const trouble = stripeTrouble(error);
    if (trouble === "refused" || trouble === "missing") return false;
    throw error;
  }
}

/** Every session made since then, newest first, on as many pages as it takes. */
export async function* sessionsSince(since: Date): AsyncGenerator<SessionFacts> {
  const stripe = await client();
  const list = stripe.checkout.sessions.list({ created: { gte: Math.floor(since.getTime() / 1000) }, limit: 100 });
  for await (const session of list) yield factsOf(answered(session, "checkout.session"));
}

/** The payments on which money went back, or was disputed, since then; one may come more than once. On as many pages as it takes. */
export async function* movedBackSince(since: Date): AsyncGenerator<string> {
  const stripe = await client();
  const asked = { created: { gte: Math.floor(since.getTime() / 1000) }, limit: 100 };
  const intentOf = (about: { payment_intent: string | Stripe.PaymentIntent | null }) =>
    typeof about.payment_intent === "string" ? [about.payment_intent] : [];
  for await (const refund of stripe.refunds.list(asked)) yield* intentOf(answered(refund, "refund"));
  for await (const dispute of stripe.disputes.list(asked)) yield* intentOf(answered(dispute, "dispute"));
}

/** Makes a customer. The same person with the same details gets the same one, also from two requests at once. */
export async function createCustomer(customer: { email: string; name: string; key: string }): Promise<string> {
  const { email, name, key } = customer;
  const stripe = await client();
  const created = await stripe.customers.create({ email, name, metadata: { app: APP_TAG, env: env().origin } }, { idempotencyKey: key });
  return answered(created, "customer").id;
}

/** Checkout shows the customer's address and locks it, so it is refreshed before each session. @returns false when there is no such customer */
export async function refreshCustomer(customerId: string, details: { email: string; name: string }): Promise<boolean> {
  try {
    const stripe = await client();
    answered(await stripe.customers.update(customerId, details), "customer");
    return true;
  } catch (error) {
    if (stripeTrouble(error) === "missing") return false;
    throw error;
  }
}

/** The tags of a PaymentIntent: how a refund or dispute is traced to an order. @returns null when Stripe does not know it */
export async function tagsOfIntent(intentId: string): Promise<Tags | null> {
  try {
    const stripe = await client();
    return tagsOf(answered(await stripe.paymentIntents.retrieve(intentId), "payment_intent").metadata);
  } catch (error) {
    if (stripeTrouble(error) === "missing") return null;
    throw error;
  }
}

/** An event cut down to what we may believe: what it is about. Everything else is read anew. */
export interface EventNotice {
  id: string;
  type: string;
  apiVersion: string | null;
  livemode: boolean;
  /** set for events of a connected account; we have none */
  account: string | null;
  about: {
    object: string;
    id: string;
    intentId: string | null;
    /** of a dispute only: where it stands. Never grants or takes anything; it only clears the office's list. */
    dispute: string | null;
  };
}

/**
 * Checks the signature over the raw body: HMAC v1 only, at most five minutes old and at most one minute ahead of `now`.
 * @returns null for anything else
 */
export async function verifyEvent(rawBody: string, signature: string | null, now: Date): Promise<EventNotice | null> {
  const dates = [...(signature ?? "").matchAll(/(?:^|,)\s*t=([^,]*)/g)].map((match) => Number(match[1]));
  const latest = now.getTime() / 1000 + FUTURE_SECONDS;
  if (!signature || dates.length !== 1 || !dates.every((date) => Number.isInteger(date) && date <= latest)) return null;
  const stripe = await client();
  try {
    return noticeOf(
      stripe.webhooks.constructEvent(rawBody, signature, env().payments.webhookSecret, TOLERANCE_SECONDS, undefined, now.getTime()),
    );
  } catch (error) {
    if (sdk && error instanceof sdk.errors.StripeSignatureVerificationError) return null;
    // Signed, and yet not an event: nothing to keep.
    if (error instanceof StrangeAnswer || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Events of these kinds, made between the two moments, that our endpoint did not answer with 2xx. */
export async function* undeliveredEvents(from: Date, to: Date, types: readonly string[]): AsyncGenerator<EventNotice> {
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
  const stripe = await client();
  const list = stripe.events.list({
    delivery_success: false,
    created: { gte: seconds(from), lte: seconds(to) },
    types: [...types],
    limit: 100,
  });
  for await (const event of list) yield noticeOf(event);
}

function noticeOf(event: Stripe.Event): EventNotice {
  const { id, type } = answered(event, "event");
  const about = event.data?.object as { object?: unknown; id?: unknown; payment_intent?: unknown; status?: unknown } | undefined;
  if (typeof about?.object !== "string" || typeof about.id !== "string") throw new StrangeAnswer("event about something");
  const intentId = about.object === "payment_intent" ? about.id : typeof about.payment_intent === "string" ? about.payment_intent : null;
  return {
    id,
    type,
    apiVersion: event.api_version ?? null,
    livemode: event.livemode === true,
    account: event.account ?? null,
    about: {
      object: about.object,
      id: about.id,
      intentId,
      dispute: about.object === "dispute" && typeof about.status === "string" ? about.status : null,
    },
  };
}

function tagsOf(metadata: Stripe.Metadata | null | undefined): Tags {
  return { app: metadata?.app, env: metadata?.env, order: metadata?.order, attempt: metadata?.attempt };
}

function factsOf(session: Stripe.Checkout.Session): SessionFacts {
  const intent = session.payment_intent;
  const charge = typeof intent === "object" ? intent?.latest_charge : null;
  return {
    id: session.id,
    livemode: session.livemode,
    tags: tagsOf(session.metadata),
    status: session.status ?? "none",
    paymentStatus: session.payment_status,
    amountTotal: session.amount_total,
    currency: session.currency?.toUpperCase() ?? null,
    url: session.url,
    expiresAt: new Date(session.expires_at * 1000),
    intent: intent ? (typeof intent === "string" ? { id: intent, status: "unread" } : { id: intent.id, status: intent.status }) : null,
    charge:
      charge && typeof charge === "object"
        ? {
            id: charge.id,
            method: charge.payment_method_details?.type ?? "unknown",
            refundedCents: charge.amount_refunded,
            disputed: charge.disputed,
          }
        : null,
    country: session.customer_details?.address?.country ?? null,
  };
}
