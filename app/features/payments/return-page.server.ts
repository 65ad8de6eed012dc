import { createHmac } from "node:crypto";
import { secretKey } from "#app/features/accounts/secret-key.server.ts";
import { deriveKey } from "#app/platform/crypto.server.ts";
import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { takeToken } from "#app/platform/rate-limit.server.ts";
import { fulfil } from "./fulfil.server.ts";
import { isSettled, type OrderState } from "./order-states.ts";
import { accessStart } from "./withdrawal.ts";

const SESSION_ID = /^cs_\w{1,250}$/;

/** What the buyer sees on coming back. `neutral`: nothing is told, because nobody shows that this is theirs. */
export type ReturnAnswer =
  | { kind: "neutral" }
  | {
      kind: "known";
      status: "paid" | "refunded" | "waiting" | "failed" | "open" | "expired" | "checking" | "processing";
      reference: string;
      courseSlug: string;
      title: string;
      /** the first day of access, where the buyer chose to wait; null: at once */
      startsOn: Date | null;
    };

/**
 * The true state of the order behind a session, made to agree with Stripe first: nobody waits for a message. Works without a
 * viewer (bank apps return in another browser), but then and for others tells nothing. A settled order is told as it is
 * written, and so is any other when it was asked about too often, by this session's address or this `client`: looking costs
 * calls to Stripe and the order's lock.
 */
export async function returnFromPayment(
  sessionId: string,
  viewerId: string | null,
  now: Date,
  client: string | null = null,
): Promise<ReturnAnswer> {
  if (!SESSION_ID.test(sessionId)) return { kind: "neutral" };
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
          paidAt: true,
          lines: { select: { courseSlug: true, title: true }, orderBy: { position: "asc" } },
        },
      },
    },
  });
  if (!attempt) return { kind: "neutral" };
  const { order } = attempt;
  const written = order.state as OrderState;
  const look = !isSettled(written) && (await mayLook(sessionId, client, now));
  const state = look ? await convergedState(order.id, now) : written;
  const line = order.lines[0];
  if (!viewerId || order.personId !== viewerId || !line) return { kind: "neutral" };
  return {
    kind: "known",
    status: state ? statusOf(state) : "processing",
    reference: order.reference,
    courseSlug: line.courseSlug,
    title: line.title,
    // What was unpaid when it was read, and is paid now, was paid just now.
    startsOn: order.withdrawalChoice === "start-now" ? null : accessStart(order.withdrawalChoice, order.paidAt ?? now),
  };
}

/** The table of counters must not tell who was here. */
const blind = (client: string) =>
  createHmac("sha256", deriveKey(secretKey(), "payments return")).update(client).digest("base64url").slice(0, 22);

/** Generous to a page that looks again every few seconds, and to a house behind one address. */
async function mayLook(sessionId: string, client: string | null, now: Date): Promise<boolean> {
  const keys = [`return:${sessionId}`, ...(client ? [`return:${blind(client)}`] : [])];
  const waits = await Promise.all(keys.map((key) => takeToken(key, { count: 30, windowSeconds: 60 }, now)));
  return waits.every((wait) => wait === null);
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
      return "paid";
    case "refunded":
      return "refunded";
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
