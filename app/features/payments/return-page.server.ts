import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { fulfil } from "./fulfil.server.ts";
import type { OrderState } from "./order-states.ts";

/** What the buyer sees on coming back. `neutral`: nothing is told, because nobody shows that this is theirs. */
export type ReturnAnswer =
  | { kind: "neutral" }
  | {
      kind: "known";
      status: "paid" | "waiting" | "failed" | "open" | "expired" | "checking" | "processing";
      reference: string;
      courseSlug: string;
      title: string;
      startsLater: boolean;
    };

/**
 * The true state of the order behind a session, made to agree with Stripe first: nobody waits for a message. Works without a
 * viewer (bank apps return in another browser), but then and for others tells nothing.
 */
export async function returnFromPayment(sessionId: string, viewerId: string | null, now: Date): Promise<ReturnAnswer> {
  const attempt = await db.paymentAttempt.findUnique({
    where: { sessionId },
    select: {
      order: {
        select: {
          id: true,
          personId: true,
          state: true,
          reference: true,
          withdrawalChoice: true,
          lines: { select: { courseSlug: true, title: true }, orderBy: { position: "asc" } },
        },
      },
    },
  });
  if (!attempt) return { kind: "neutral" };
  const { order } = attempt;
  const state = await convergedState(order.id, now);
  const line = order.lines[0];
  if (!viewerId || order.personId !== viewerId || !line) return { kind: "neutral" };
  return {
    kind: "known",
    status: state ? statusOf(state) : "processing",
    reference: order.reference,
    courseSlug: line.courseSlug,
    title: line.title,
    startsLater: order.withdrawalChoice !== "start-now",
  };
}

/** Null when Stripe cannot be read just now: the job will. */
async function convergedState(orderId: string, now: Date): Promise<OrderState | null> {
  try {
    return (await fulfil(orderId, "return", now)).state;
  } catch (error) {
    log.error("payments.return", { error, order: orderId });
    return null;
  }
}

function statusOf(state: OrderState) {
  switch (state) {
    case "paid":
    case "partly-refunded":
    case "refunded":
      return "paid";
    case "waiting-for-bank":
      return "waiting";
    case "failed":
      return "failed";
    case "expired":
    case "cancelled":
      return "expired";
    case "needs-review":
      return "checking";
    case "open":
      return "open";
  }
}
