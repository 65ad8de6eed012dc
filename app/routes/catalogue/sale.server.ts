import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { type CoursePage, isForSale } from "#app/features/catalogue/courses.server.ts";
import type { Sale } from "#app/features/catalogue/order-course.tsx";
import { accessTo } from "#app/features/enrolment/access.server.ts";
import { openKeyOf } from "#app/features/payments/checkout.ts";
import { orderUnderWay } from "#app/features/payments/order-under-way.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";

/** What a course's public pages offer this visitor: to go on, to wait, to look at an order under way, to order, or the word that it cannot be ordered. */
export async function saleFor(page: CoursePage, { viewer, now }: { viewer: Pick<Viewer, "id"> | null; now: Date }): Promise<Sale> {
  const { slug, accessMonths } = page.course;
  const access = viewer ? await accessTo(db, viewer.id, slug, now) : null;
  if (access?.ok) return { kind: "following", slug };
  if (access?.reason === "not-yet") return { kind: "starts", slug, on: access.startsAt ?? now };
  const { mode } = env().payments;
  const order = viewer ? await orderUnderWay(openKeyOf({ mode, personId: viewer.id, courseSlug: slug }), viewer.id, false, now) : null;
  if (order?.held) return { kind: "ordered", reference: order.held.reference, by: order.held.by };
  if (order?.begun) return { kind: "ordered", reference: order.begun.reference, by: "buyer" };
  const { offer } = page;
  if (!offer || !isForSale(page, mode)) return { kind: "not-for-sale" };
  return {
    kind: "for-sale",
    slug,
    accessMonths,
    amountCents: offer.amountCents,
    currency: offer.currency,
    vatExempt: offer.vatTreatment === "exempt_education",
  };
}
