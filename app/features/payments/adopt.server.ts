import { z } from "zod";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { SessionFacts } from "./session-facts.ts";

const ids = z.object({ order: z.uuid(), attempt: z.uuid() });

/**
 * Ties a session to the attempt that asked for it, when a crash came between Stripe's answer and our write. Its marks name
 * both. @returns the order, or null when there is no such attempt or it has another session
 */
export async function adoptSession(session: SessionFacts, now: Date): Promise<string | null> {
  const tags = ids.safeParse(session.tags);
  if (!tags.success) return null;
  const { order: orderId, attempt: id } = tags.data;
  return db.$transaction(async (tx) => {
    const { count } = await tx.paymentAttempt.updateMany({
      where: { id, orderId, sessionId: null },
      data: { sessionId: session.id, url: session.url },
    });
    if (count === 0) {
      const known = await tx.paymentAttempt.findFirst({ where: { id, orderId, sessionId: session.id }, select: { id: true } });
      return known ? orderId : null;
    }
    await recordAudit(tx, {
      actor: { kind: "system" },
      action: "payments.session-adopted",
      subject: { kind: "order", id: orderId },
      data: { sessionId: session.id },
      now,
    });
    return orderId;
  });
}
