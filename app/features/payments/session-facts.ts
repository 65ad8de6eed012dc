/** What we tie to a session, on it and on its PaymentIntent. No personal data. */
export interface Tags {
  app: string | undefined;
  /** the origin of the installation that made it: two of them may share one Stripe account */
  env: string | undefined;
  order: string | undefined;
  attempt: string | undefined;
}

/**
 * What Stripe said about one Checkout Session, cut down to what we decide on. `status` and `paymentStatus` are open lists at
 * Stripe: whoever switches on them needs a default that asks a human.
 */
export interface SessionFacts {
  id: string;
  livemode: boolean;
  tags: Tags;
  status: string;
  paymentStatus: string;
  /** integer cents */
  amountTotal: number | null;
  /** upper case, as on our orders */
  currency: string | null;
  /** with its #fragment; null once the session is closed */
  url: string | null;
  expiresAt: Date;
  intent: { id: string; status: string } | null;
  charge: { id: string; method: string; refundedCents: number; disputed: boolean } | null;
  country: string | null;
}

/** The tag on everything this software makes at Stripe. */
export const APP_TAG = "kring";

/** True for what this very installation made; another site on the same account is none of our business. */
export function isOurs(tags: Tags, origin: string): boolean {
  return tags.app === APP_TAG && tags.env === origin;
}
