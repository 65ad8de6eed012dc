import { accessTo, hasActiveOrFutureGround } from "#app/features/enrolment/access.server.ts";
import type { Mode } from "#app/features/enrolment/access.ts";
import { DAY } from "#app/platform/clock.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { WITHDRAWAL_DAYS } from "./withdrawal.ts";

/** What kind of money outranks what. */
const ranks: readonly string[] = ["sandbox", "test", "live"] satisfies Mode[];
const notLess = (one: string, other: string) => ranks.indexOf(one) >= ranks.indexOf(other);

/**
 * True when a person has the course, now or from a later day, for this kind of money or a better one: what was bought with
 * play money does not stand in the way of paying for it.
 */
export async function ownsForMoney(tx: Tx, personId: string, courseSlug: string, mode: Mode, now: Date): Promise<boolean> {
  if (!(await hasActiveOrFutureGround(tx, personId, courseSlug, now))) return false;
  const access = await accessTo(tx, personId, courseSlug, now);
  if (access.ok && notLess(access.mode, mode)) return true;
  // What opens later does not say by which money; our own orders do.
  const waiting = await tx.order.findMany({
    where: {
      personId,
      withdrawalChoice: "wait",
      state: { not: "refunded" },
      paidAt: { gt: new Date(now.getTime() - WITHDRAWAL_DAYS * DAY) },
      lines: { some: { courseSlug } },
    },
    select: { mode: true },
  });
  if (waiting.some((order) => notLess(order.mode, mode))) return true;
  // A place that nobody bought and that opens later: paying for it would be paying twice.
  return !access.ok && waiting.length === 0;
}
