import type { Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "./db.server.ts";

export interface AuditEntry {
  actor: { kind: "person" | "office"; id: string } | { kind: "system" };
  /** room.verb in the past tense: `payments.order-paid` */
  action: string;
  subject: { kind: string; id: string };
  /** small facts, never private texts */
  data?: Prisma.InputJsonObject;
  now: Date;
}

/** Writes what happened in the same transaction as the effect. The table refuses changes. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      at: entry.now,
      actorKind: entry.actor.kind,
      actorId: entry.actor.kind === "system" ? null : entry.actor.id,
      action: entry.action,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      data: entry.data ?? {},
    },
    select: { id: true },
  });
}
