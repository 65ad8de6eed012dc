import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { takeToken } from "#app/platform/rate-limit.server.ts";
import { fulfil } from "./fulfil.server.ts";

/** The order form as it was filled in: field name → value. */
export type OrderValues = Record<"withdrawalChoice" | "withdrawalVersion" | "company" | "companyReference" | "vatId", string>;

export interface BegunOrder {
  reference: string;
  values: OrderValues;
  /** Stripe says just now that nothing was paid on it */
  surelyUnpaid: boolean;
}

export interface HeldOrder {
  reference: string;
  /** who has the last word */
  by: "bank" | "office";
}

const typedSelect = { company: true, companyReference: true, vatId: true } as const;
const valuesSelect = { ...typedSelect, withdrawalChoice: true, withdrawalVersion: true } as const;

function typedOf({ company, companyReference, vatId }: Record<keyof typeof typedSelect, string | null>): TypedBefore {
  return { company: company ?? "", companyReference: companyReference ?? "", vatId: vatId ?? "" };
}

/** What is kept of an order that was never paid: all but the choice when to begin, which each order asks anew. */
export type TypedBefore = Omit<OrderValues, "withdrawalChoice" | "withdrawalVersion">;

/** Who tries again after a payment that failed, lapsed or was called off does not type everything once more. */
export async function lastUnpaid(slug: string, personId: string, mode: string): Promise<TypedBefore | null> {
  const order = await db.order.findFirst({
    where: { personId, mode, state: { in: ["failed", "expired", "cancelled"] }, lines: { some: { courseSlug: slug } } },
    orderBy: { id: "desc" },
    select: typedSelect,
  });
  return order && typedOf(order);
}

/**
 * The order that keeps a person from making another for the course: begun and still to pay, or held by a bank or by the office.
 * With `back` Stripe is asked first, because the viewer comes from its page without paying.
 */
export async function orderUnderWay(
  openKey: string,
  viewerId: string,
  back: boolean,
  now: Date,
): Promise<{ begun: BegunOrder | null; held: HeldOrder | null }> {
  const find = () => db.order.findUnique({ where: { openKey }, select: { id: true, reference: true, state: true, ...valuesSelect } });
  const first = await find();
  const surelyUnpaid = back && first?.state === "open" && (await readsAsUnpaid(first.id, viewerId, now));
  const order = back ? await find() : first;
  if (order?.state === "open") {
    const { reference, withdrawalChoice, withdrawalVersion } = order;
    return { begun: { reference, values: { withdrawalChoice, withdrawalVersion, ...typedOf(order) }, surelyUnpaid }, held: null };
  }
  if (order?.state !== "waiting-for-bank" && order?.state !== "needs-review") return { begun: null, held: null };
  return { begun: null, held: { reference: order.reference, by: order.state === "waiting-for-bank" ? "bank" : "office" } };
}

/** False when it is not so, and also when Stripe cannot be read just now, or was asked very often. */
async function readsAsUnpaid(orderId: string, viewerId: string, now: Date): Promise<boolean> {
  if (await takeToken(`back:${viewerId}`, { count: 30, windowSeconds: 600 }, now)) return false;
  try {
    return (await fulfil(orderId, "return", now)).state === "open";
  } catch (error) {
    log.error("payments.back", { error, order: orderId });
    return false;
  }
}
