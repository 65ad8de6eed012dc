import type Stripe from "stripe";
import { missing, refused } from "../http/errors.ts";
import type { Sandbox } from "../sandbox.ts";
import { lockDocument, saveDocument } from "../store/documents.ts";
import type { Tx } from "../store/transaction.ts";
import { type Cause, emit } from "../webhooks/emit.ts";

/** Ends an open session so that nobody can pay it any more. Refuses any other session with 400, as Stripe does. */
export async function expireSession(tx: Tx, sandbox: Sandbox, id: string, cause: Cause): Promise<Stripe.Checkout.Session> {
  const held = await lockDocument(tx, "checkout.session", id);
  if (!held) throw missing("checkout.session", id, "session");
  if (held.body.status !== "open") {
    throw refused(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${held.body.status}\`.`,
    );
  }
  const session: Stripe.Checkout.Session = { ...held.body, status: "expired", url: null };
  await saveDocument<"checkout.session">(tx, session, { ...held.inner, attempt: null });
  await emit(tx, sandbox, "checkout.session.expired", session, cause);
  return session;
}
