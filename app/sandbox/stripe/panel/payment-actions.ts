import { z } from "zod";
import { moveDispute, openDispute } from "../disputes/lifecycle.ts";
import { missing, refused } from "../http/errors.ts";
import { METHODS } from "../payments/methods.ts";
import { answerAtBank, completeFree, type PayStep, startPayment } from "../payments/pay.ts";
import { settleDebit } from "../payments/settle.ts";
import { createRefund } from "../refunds/create.ts";
import { settleRefund } from "../refunds/settle.ts";
import type { Sandbox } from "../sandbox.ts";
import { expireSession } from "../sessions/expire.ts";
import { findDocument } from "../store/documents.ts";
import { inTransaction } from "../store/transaction.ts";
import { BY_ITSELF } from "../webhooks/emit.ts";
import { type Action, action, whole, yes } from "./action.ts";
import { findCharge, target } from "./targets.ts";

const dashboard = (deliver: boolean) => ({ ...BY_ITSELF, deliver });
const payShape = z.strictObject({
  session: z.string(),
  method: z.enum(METHODS).default("ideal"),
  /** `leave` stops at the bank; `dispute` pays by the card that is disputed a second later. */
  outcome: z.enum(["succeed", "decline", "leave", "dispute"]).default("succeed"),
  email: z.email().default("buyer@example.org"),
  name: z.string().default("Test Koper"),
});

async function forcePay(sandbox: Sandbox, given: z.infer<typeof payShape>) {
  const session = await findDocument(sandbox.pool, "checkout.session", given.session);
  if (!session) throw missing("checkout.session", given.session, "session");
  const buyer = {
    email: session.customer_details?.email ?? given.email,
    name: given.name,
    address: { city: null, country: "NL", line1: null, line2: null, postal_code: null, state: null },
  };
  let step: PayStep;
  if (session.amount_total === 0) step = await completeFree(sandbox, session.id, buyer);
  else {
    const kinds = { succeed: "works", decline: "declines", leave: "three-d-secure", dispute: "disputes" } as const;
    const card = given.method === "card" ? { card: kinds[given.outcome], last4: "4242" } : { last4: null };
    step = await startPayment(sandbox, session.id, { method: given.method, buyer, ...card });
    if (step.step === "bank" && given.outcome !== "leave")
      step = await answerAtBank(sandbox, session.id, null, given.outcome !== "decline");
  }
  if (step.step === "closed")
    throw refused(`Session ${session.id} cannot be paid with ${given.method}: it is ${session.status}, or does not offer it.`);
  const after = await findDocument(sandbox.pool, "checkout.session", session.id);
  return {
    session: session.id,
    step: step.step,
    status: after?.status,
    payment_status: after?.payment_status,
    payment_intent: after?.payment_intent,
    customer: after?.customer,
  };
}

/** What buyers, banks and somebody in the Dashboard can do to a payment. */
export const paymentActions: Action[] = [
  action("pay", payShape, forcePay),
  action("settle", z.strictObject({ session: z.string(), outcome: z.enum(["succeed", "fail"]) }), (sandbox, given) =>
    inTransaction(sandbox, (tx) => settleDebit(tx, sandbox, given.session, given.outcome)),
  ),
  action("expire", z.strictObject({ session: z.string(), deliver: yes.default(true) }), (sandbox, given) =>
    inTransaction(sandbox, (tx) => expireSession(tx, sandbox, given.session, dashboard(given.deliver))),
  ),
  action(
    "refund",
    z.strictObject({
      ...target,
      amount: whole.min(1).optional(),
      reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
      deliver: yes.default(true),
    }),
    (sandbox, given) =>
      inTransaction(sandbox, async (tx) => {
        const charge = await findCharge(tx, given);
        return createRefund(tx, sandbox, { charge: charge.id, amount: given.amount, reason: given.reason }, dashboard(given.deliver));
      }),
  ),
  action("settle-refund", z.strictObject({ refund: z.string(), outcome: z.enum(["succeed", "fail"]) }), (sandbox, given) =>
    inTransaction(sandbox, (tx) => settleRefund(tx, sandbox, given.refund, given.outcome)),
  ),
  action("dispute", z.strictObject({ ...target, reason: z.string().default("fraudulent"), deliver: yes.default(true) }), (sandbox, given) =>
    inTransaction(sandbox, async (tx) =>
      openDispute(tx, sandbox, (await findCharge(tx, given)).id, given.reason, dashboard(given.deliver)),
    ),
  ),
  action(
    "move-dispute",
    z.strictObject({ dispute: z.string(), to: z.enum(["under_review", "won", "lost", "prevented"]), deliver: yes.default(true) }),
    (sandbox, given) => inTransaction(sandbox, (tx) => moveDispute(tx, sandbox, given.dispute, given.to, dashboard(given.deliver))),
  ),
];
