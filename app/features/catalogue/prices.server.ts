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
const newestFirst = [{ validFrom: "desc" as const }, { createdAt: "desc" as const }, { id: "desc" as const }];

const forOne = (now: Date) => ({ minimumQuantity: 1, validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] });

/** The price of one place at `now`: of the offers in force, the one that began last. */
export async function offerInForce(tx: Tx, courseSlug: string, now: Date): Promise<PricedOffer | null> {
  const row = await tx.offer.findFirst({
    where: { courseSlug, ...forOne(now) },
    orderBy: newestFirst,
    select: offerSelect,
  });
  return row ? priced(row) : null;
}

/** The same price of every course that has one, by slug. */
export async function offersInForce(tx: Tx, now: Date): Promise<Map<string, PricedOffer>> {
  const rows = await tx.offer.findMany({ where: forOne(now), orderBy: newestFirst, select: { ...offerSelect, courseSlug: true } });
  // The oldest first, so that a newer one takes its place.
  return new Map(rows.reverse().map(({ courseSlug, ...row }) => [courseSlug, priced(row)]));
}

function priced<Row extends { vatTreatment: string }>(
  row: Row,
): Omit<Row, "vatTreatment"> & Pick<PricedOffer, "vatTreatment" | "vatBasisPoints"> {
  const vatTreatment = row.vatTreatment as VatTreatment;
  return { ...row, vatTreatment, vatBasisPoints: VAT_BASIS_POINTS[vatTreatment] };
}
