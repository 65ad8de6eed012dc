import type Stripe from "stripe";
import { spendFaultIn } from "../faults/state.ts";
import { invalid, missing, refused } from "../http/errors.ts";
import { newId } from "../ids.ts";
import { book } from "../payments/balance.ts";
import type { Sandbox } from "../sandbox.ts";
import { nowMs } from "../store/clock.ts";
import { findBy, insertDocument, lockDocument, saveDocument } from "../store/documents.ts";
import { planTimer } from "../store/timers.ts";
import type { Tx } from "../store/transaction.ts";
import { type Cause, emit } from "../webhooks/emit.ts";
import type { CreateRefund } from "./params.ts";

// Cards are refunded at once; a transfer back to a bank account takes a while.
const BANK_REFUND_MS = 5000;

/** Refunds (part of) a charge. Refuses more than was paid, a second full refund, and a charge under dispute. */
export async function createRefund(tx: Tx, sandbox: Sandbox, asked: CreateRefund, cause: Cause): Promise<Stripe.Refund> {
  const charge = await lockCharge(tx, asked);
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) throw refused(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  if (charge.disputed && !(await wonEvery(tx, charge.id))) {
    throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: "charge_disputed" });
  }
  const amount = asked.amount ?? left;
  if (amount > left)
    throw refused(`Refund amount (${euros(amount)}) is greater than unrefunded amount on charge (${euros(left)})`, { param: "amount" });

  const isCard = charge.payment_method_details?.type === "card";
  const plan = await spendFaultIn(tx, "nextRefunds", () => true);
  const delay = plan ? plan.afterSeconds * 1000 : isCard ? 0 : BANK_REFUND_MS;
  const pending = delay > 0 || plan?.outcome === "fail";
  const now = await nowMs(tx);
  const refund = buildRefund(charge, amount, asked, pending ? "pending" : "succeeded", Math.floor(now / 1000));
  const entry = await book(tx, {
    type: isCard ? "refund" : "payment_refund",
    amount: -amount,
    fee: 0,
    currency: charge.currency,
    source: refund.id,
    description: "REFUND FOR CHARGE",
  });
  const stored: Stripe.Refund = { ...refund, balance_transaction: entry.id };
  const refunded = charge.amount_refunded + amount;
  const changed: Stripe.Charge = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount };
  await insertDocument(tx, "refund", stored, {});
  await saveDocument<"charge">(tx, changed);
  await emit(tx, sandbox, "refund.created", stored, cause);
  // Also for a part of the amount: `refunded` then stays false.
  await emit(tx, sandbox, "charge.refunded", changed, cause, { amount_refunded: charge.amount_refunded });
  if (pending) await planTimer(tx, plan?.outcome === "fail" ? "refund-fail" : "refund-succeed", stored.id, now + delay);
  return stored;
}

async function lockCharge(tx: Tx, asked: CreateRefund): Promise<Stripe.Charge> {
  if (asked.charge && asked.payment_intent) throw invalid("You may only specify one of these parameters: charge, payment_intent.");
  if (!asked.charge && !asked.payment_intent)
    throw invalid("One of the following params should be provided for this request: payment_intent or charge.");
  if (asked.payment_intent) {
    const intent = await lockDocument(tx, "payment_intent", asked.payment_intent);
    if (!intent) throw missing("payment_intent", asked.payment_intent, "payment_intent", 400);
    if (intent.body.status !== "succeeded") {
      throw refused(`This PaymentIntent (${intent.body.id}) does not have a successful charge to refund.`);
    }
    asked = { ...asked, charge: String(intent.body.latest_charge) };
  }
  const held = await lockDocument(tx, "charge", asked.charge ?? "");
  if (!held) throw missing("charge", asked.charge ?? "", "charge", 400);
  if (held.body.status !== "succeeded")
    throw refused(`Charge ${held.body.id} is not in a refundable state (${held.body.status}).`, { code: "charge_not_refundable" });
  return held.body;
}

async function wonEvery(tx: Tx, charge: string): Promise<boolean> {
  const disputes = await findBy(tx, "dispute", "charge", charge);
  return disputes.every((dispute) => ["won", "warning_closed", "prevented"].includes(dispute.status));
}

function euros(cents: number): string {
  return `€${(cents / 100).toFixed(2)}`;
}

function buildRefund(charge: Stripe.Charge, amount: number, asked: CreateRefund, status: string, created: number): Stripe.Refund {
  const type = charge.payment_method_details?.type ?? "card";
  return {
    id: newId(type === "card" ? "re" : "pyr"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: charge.customer as string | null,
    customer_account: null,
    destination_details:
      type === "card"
        ? { type, card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" } }
        : { type },
    metadata: asked.metadata ?? {},
    payment_intent: charge.payment_intent as string | null,
    payment_method: charge.payment_method,
    reason: asked.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    ...(status === "pending" ? { pending_reason: "processing" as const } : {}),
    transfer_reversal: null,
  };
}
