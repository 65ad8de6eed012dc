import type Stripe from "stripe";
import type { Method } from "../payments/methods.ts";

/** An attempt that is waiting at the buyer's bank. */
export interface Attempt {
  id: string;
  method: Method;
  /** For a card: what its number does. */
  card?: CardKind;
  last4: string | null;
  iban?: string;
  buyer: Buyer;
}

/** What a test card number does. */
export type CardKind = "works" | "three-d-secure" | "declines" | "disputes";

/** What the buyer filled in on the hosted page. */
export interface Buyer {
  email: string;
  name: string | null;
  businessName?: string | null;
  taxId?: string | null;
  address: Stripe.Address | null;
}

/** What a session knows and never shows. */
export interface SessionInner {
  lineItems: Stripe.LineItem[];
  intentData: { metadata: Record<string, string>; description: string | null; receiptEmail: string | null; suffix: string | null };
  attempt: Attempt | null;
  /** The buyer's answers, to fill the form in again after a refusal. */
  lastBuyer: Buyer | null;
}
