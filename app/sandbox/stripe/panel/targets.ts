import type Stripe from "stripe";
import { z } from "zod";
import { missing, refused } from "../http/errors.ts";
import { findDocument } from "../store/documents.ts";
import type { Db } from "../store/transaction.ts";

/** What a test or a form may name to mean "this payment". */
export const target = { session: z.string().optional(), payment_intent: z.string().optional(), charge: z.string().optional() };

interface Target {
  session?: string | undefined;
  payment_intent?: string | undefined;
  charge?: string | undefined;
}

/** Finds the latest charge of a payment, named by its session, intent or charge. */
export async function findCharge(db: Db, named: Target): Promise<Stripe.Charge> {
  let { charge, payment_intent: intent } = named;
  if (named.session) {
    const session = await findDocument(db, "checkout.session", named.session);
    if (!session) throw missing("checkout.session", named.session, "session");
    if (!session.payment_intent) throw refused(`Session ${named.session} has no payment.`);
    intent = String(session.payment_intent);
  }
  if (intent) charge = String((await findDocument(db, "payment_intent", intent))?.latest_charge ?? "");
  const found = charge ? await findDocument(db, "charge", charge) : null;
  if (!found) throw missing("charge", charge ?? "(none)", "charge");
  return found;
}
