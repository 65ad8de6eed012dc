import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";

/** How long an order that came to nothing is still spoken of. */
const MONTH = 30 * DAY;

export interface UnpaidOrder {
  reference: string;
  state: "open" | "waiting-for-bank" | "failed" | "expired";
  orderedAt: Date;
  /** of an open order: until when its payment page can be used; null once that has passed */
  payBefore: Date | null;
  courseSlug: string;
  title: string;
}

/**
 * A person's newest order for a seat of their own in each course, while it is still to pay or waits for the bank, or failed or expired
 * within the last month; newest first. Only orders in the money the site takes today. One statement.
 */
export async function unpaidOrders(personId: string, now: Date): Promise<UnpaidOrder[]> {
  return db.$queryRaw<UnpaidOrder[]>`
    select reference, state, "orderedAt", "courseSlug", title,
      (select max(attempt.expires_at) from payment_attempt attempt where newest.state = 'open'
        and attempt.order_id = newest.id and attempt.state = 'open' and attempt.expires_at > ${now}::timestamptz) as "payBefore"
    from (
      select distinct on (line.course_slug) ordered.id, ordered.reference, ordered.state, ordered.created_at as "orderedAt",
        line.course_slug as "courseSlug", line.title
      from "order" ordered join order_line line on line.order_id = ordered.id
      where ordered.person_id = ${personId}::uuid and ordered.mode = ${env().payments.mode} and line.quantity = 1
      order by line.course_slug, ordered.created_at desc) newest
    where state in ('open', 'waiting-for-bank')
      or (state in ('failed', 'expired') and "orderedAt" > ${new Date(now.getTime() - MONTH)}::timestamptz)
    order by "orderedAt" desc`;
}
