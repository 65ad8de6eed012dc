import type { Tx } from "#app/platform/db.server.ts";

export type VatTreatment = "standard_21" | "exempt_education";

export interface PricedOffer {
  id: string;
  /** VAT included, for one place */
  amountCents: number;
  currency: string;
  vatTreatment: VatTreatment;
  /** hundredths of a percent: 2100 is 21 % */
  vatBasisPoints: number;
}

const VAT_BASIS_POINTS: Record<VatTreatment, number> = { standard_21: 2100, exempt_education: 0 };
const offerSelect = { id: true, amountCents: true, currency: true, vatTreatment: true } as const;

/** The price of one place at `now`: of the offers in force, the one that began last. */
export async function offerInForce(tx: Tx, courseSlug: string, now: Date): Promise<PricedOffer | null> {
  const row = await tx.offer.findFirst({
    where: { courseSlug, minimumQuantity: 1, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    select: offerSelect,
  });
  if (!row) return null;
  const vatTreatment = row.vatTreatment as VatTreatment;
  return { ...row, vatTreatment, vatBasisPoints: VAT_BASIS_POINTS[vatTreatment] };
}
