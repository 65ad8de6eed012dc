import { sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { startCheckout } from "#app/features/payments/checkout.server.ts";
import { fulfil } from "#app/features/payments/fulfil.server.ts";
import { withdrawalTexts } from "#app/features/payments/withdrawal.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { DemoOrder } from "./demo-people.ts";

interface Buyer {
  id: string;
  name: string;
  email: string;
  locale: "nl" | "en";
}

/**
 * Buys a place through the checkout and the payment sandbox, today: the sandbox's clock is real. Then the order is made as old as
 * the story wants.
 */
export async function placeOrder(
  buyer: Buyer,
  slug: string,
  wish: DemoOrder,
  { now, daysAgo }: { now: Date; daysAgo: number },
): Promise<void> {
  const sold = await sellableCourse(db, slug, now, env().payments.mode);
  if (!sold.ok) throw new Error(`${slug} cannot be bought: ${sold.reason}.`);
  const { offer, editionId } = sold;
  const answer = await startCheckout(
    buyer,
    {
      slug,
      offerId: offer.id,
      amountCents: offer.amountCents,
      withdrawalChoice: wish.choice ?? "start-now",
      withdrawalVersion: withdrawalTexts(sold.course.delivery, buyer.locale === "en" ? "en" : "nl").version,
      locale: buyer.locale,
      company: wish.company ?? null,
      companyReference: wish.reference ?? null,
      vatId: null,
    },
    now,
  );
  if (!answer.ok) throw new Error(`${buyer.name} could not order: ${answer.reason}.`);
  const { orderId, sessionId } = await db.paymentAttempt.findFirstOrThrow({
    where: { order: { personId: buyer.id } },
    orderBy: { id: "desc" },
    select: { orderId: true, sessionId: true },
  });
  if (wish.becomes === "needs-review") await giveMeanwhile(buyer.id, slug, editionId, now);
  if (wish.becomes === "expired") await panel("expire", { session: sessionId });
  else if (wish.becomes !== "open") {
    const method = wish.becomes === "waiting-for-bank" ? "sepa_debit" : (wish.method ?? "ideal");
    await panel("pay", { session: sessionId, method, email: buyer.email, name: buyer.name });
  }
  const { state } = await fulfil(orderId, "return", now);
  if (state !== wish.becomes) throw new Error(`The order of ${buyer.name} became ${state} instead of ${wish.becomes}.`);
  await makeOlder(orderId, buyer.id, daysAgo);
}

/** While the payment page was open, a place came from elsewhere: the money that follows is one too many. */
async function giveMeanwhile(personId: string, courseSlug: string, editionId: string, now: Date): Promise<void> {
  const ground = { personId, courseSlug, editionId, kind: "gift" as const, source: `demo gift ${personId}`, mode: env().payments.mode };
  await db.$transaction((tx) => addGround(tx, { ...ground, startsAt: now, endsAt: null }, now));
}

/** Something buyers, banks and the Dashboard do, done to the sandbox. */
async function panel(action: string, body: object): Promise<void> {
  const { payments } = env();
  if (payments.kind !== "sandbox") throw new Error("Demo orders are only made in the payment sandbox.");
  const answer = await fetch(`${payments.origin}/_sandbox/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as { error?: { message: string } };
  if (said.error) throw new Error(`The payment sandbox refused to ${action}: ${said.error.message}`);
}

/** Moves an order and what follows from it into the past. What the sandbox and the trail noted stays today. */
async function makeOlder(orderId: string, personId: string, days: number): Promise<void> {
  if (days === 0) return;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`update "order" set created_at = created_at - make_interval(days => ${days}::int), paid_at = paid_at - make_interval(days => ${days}::int),
      withdrawal_at = withdrawal_at - make_interval(days => ${days}::int) where id = ${orderId}::uuid`;
    await tx.$executeRaw`update payment_attempt set created_at = created_at - make_interval(days => ${days}::int), expires_at = expires_at - make_interval(days => ${days}::int) where order_id = ${orderId}::uuid`;
    await tx.$executeRaw`update payment set created_at = created_at - make_interval(days => ${days}::int) where order_id = ${orderId}::uuid`;
    await tx.$executeRaw`update ground set starts_at = starts_at - make_interval(days => ${days}::int), ends_at = ends_at - make_interval(days => ${days}::int),
      created_at = created_at - make_interval(days => ${days}::int) where person_id = ${personId}::uuid`;
    await tx.$executeRaw`update enrolment set created_at = created_at - make_interval(days => ${days}::int) where person_id = ${personId}::uuid`;
  });
}
