import type Stripe from "stripe";
import { buildCustomer } from "../resources/customer-object.ts";
import type { Sandbox } from "../sandbox.ts";
import { nowSeconds } from "../store/clock.ts";
import { findDocument, insertDocument, saveDocument } from "../store/documents.ts";
import type { Tx } from "../store/transaction.ts";
import { BY_ITSELF, emit, type StoredEvent } from "../webhooks/emit.ts";
import type { Buyer, SessionInner } from "./inner.ts";

/** Closes an open session as complete, with what the buyer filled in, and tells so. */
export async function completeSession(
  tx: Tx,
  sandbox: Sandbox,
  session: Stripe.Checkout.Session,
  inner: SessionInner,
  buyer: Buyer,
  paymentStatus: "paid" | "unpaid" | "no_payment_required",
): Promise<StoredEvent> {
  const done: Stripe.Checkout.Session = {
    ...session,
    collected_information: {
      business_name: buyer.businessName ?? null,
      individual_name: session.name_collection?.individual ? buyer.name : null,
      shipping_details: null,
    },
    consent: session.consent_collection?.terms_of_service === "required" ? { promotions: null, terms_of_service: "accepted" } : null,
    customer: await customerFor(tx, sandbox, session, buyer),
    customer_details: {
      address: buyer.address,
      business_name: buyer.businessName ?? null,
      email: buyer.email,
      individual_name: session.name_collection?.individual ? buyer.name : null,
      name: buyer.name,
      phone: null,
      tax_exempt: "none",
      tax_ids: buyer.taxId ? [{ type: "eu_vat", value: buyer.taxId }] : [],
    },
    payment_status: paymentStatus,
    status: "complete",
    url: null,
  };
  await saveDocument<"checkout.session">(tx, done, { ...inner, attempt: null });
  return emit(tx, sandbox, "checkout.session.completed", done, BY_ITSELF);
}

/** Guests get a customer when it was asked for, and always when there is nothing to pay. */
export async function customerFor(tx: Tx, sandbox: Sandbox, session: Stripe.Checkout.Session, buyer: Buyer): Promise<string | null> {
  if (typeof session.customer === "string") return updated(tx, session.customer, buyer);
  if (session.customer_creation !== "always" && session.amount_total !== 0) return null;
  const customer = buildCustomer({ email: buyer.email, name: buyer.name, address: buyer.address }, await nowSeconds(tx));
  await insertDocument(tx, "customer", customer);
  await emit(tx, sandbox, "customer.created", customer, BY_ITSELF);
  return customer.id;
}

async function updated(tx: Tx, id: string, buyer: Buyer): Promise<string> {
  const customer = await findDocument(tx, "customer", id);
  // Name and address are only filled in where the customer had none; the e-mail address stays the shop's business.
  if (customer && ((!customer.name && buyer.name) || (!customer.address && buyer.address))) {
    await saveDocument<"customer">(tx, { ...customer, name: customer.name ?? buyer.name, address: customer.address ?? buyer.address });
  }
  return id;
}
