import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * Forgets what no longer serves: ended sessions, codes a day after their end, and sign-ups nobody confirmed in thirty days
 * (they may hold the address of somebody who never asked). Meant to run every night.
 */
export async function sweepAccounts(now: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.mailCode.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - DAY) } } });
  await db.person.deleteMany({
    where: {
      emailVerifiedAt: null,
      role: "learner",
      createdAt: { lt: new Date(now.getTime() - 30 * DAY) },
      enrolments: { none: {} },
      orders: { none: {} },
    },
  });
}
