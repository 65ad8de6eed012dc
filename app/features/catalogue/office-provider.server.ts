import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { ProviderDetails } from "./provider-file.ts";

/**
 * Writes who sells. Orders and certificates that exist keep what they copied; the logo and what waits for a course stay as they are.
 * The trail says which fields were changed and not what they say: they name people.
 */
export async function saveProvider(details: ProviderDetails, actorId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select 1 from provider where id = 1 for update`;
    const row = await tx.provider.findUniqueOrThrow({ where: { id: 1 }, select: { details: true } });
    const before = row.details as Prisma.InputJsonObject;
    const changed = Object.entries(details)
      .filter(([name, value]) => canonical(before[name] ?? null) !== canonical(value))
      .map(([name]) => name);
    if (changed.length === 0) return;
    await tx.provider.update({ where: { id: 1 }, data: { details: { ...before, ...details } }, select: { id: true } });
    await recordAudit(tx, {
      actor: { kind: "office", id: actorId },
      action: "catalogue.provider-changed",
      subject: { kind: "provider", id: "1" },
      data: { changed },
      now,
    });
  });
}

/** The database gives the fields of an object back in an order of its own. */
const canonical = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? JSON.stringify(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : JSON.stringify(value);
