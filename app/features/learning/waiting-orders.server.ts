import { db } from "#app/platform/db.server.ts";

/**
 * The paid orders of a person who chose to wait for the withdrawal period, newest last: course slug → the order's reference. One
 * statement; payments tells it, this room only reads it.
 */
export async function waitingOrders(personId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ courseSlug: string; reference: string }[]>`
    select line.course_slug as "courseSlug", ordered.reference
    from "order" ordered join order_line line on line.order_id = ordered.id
    where ordered.person_id = ${personId}::uuid and line.quantity = 1 and ordered.withdrawal_choice = 'wait' and ordered.state = 'paid'
    order by ordered.created_at`;
  return new Map(rows.map(({ courseSlug, reference }) => [courseSlug, reference]));
}
