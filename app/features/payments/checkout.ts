/** How long a payment page stays open. Stripe takes 30 minutes to 24 hours. */
export const SESSION_MINUTES = 60;
/** In the address by which a buyer leaves the payment page without paying. */
export const BACK = "back";
/** A page with less left than this is replaced rather than offered again. */
export const REUSE_MINUTES = 10;

/**
 * The VAT that is inside a price: integer cents, rounded half up; price minus VAT is the net amount, so the two always add
 * up. `basisPoints` 2100 = 21 %.
 */
export function vatInside(totalCents: number, basisPoints: number): number {
  return totalCents - Math.floor((totalCents * 10_000 * 2 + 10_000 + basisPoints) / (2 * (10_000 + basisPoints)));
}

/** What the buyer filled in, beside the choice itself. Empty is null. */
export interface BuyerDetails {
  company: string | null;
  companyReference: string | null;
  vatId: string | null;
}

/** What a payment page was made for; when any of it changes, the page must be closed before the order may change. */
export interface Wanted extends BuyerDetails {
  /** a payment page for an edition that is no longer sold is not offered again */
  editionId: string;
  offerId: string | null;
  unitCents: number;
  currency: string;
  vatTreatment: string;
  accessMonths: number;
  termsVersion: string;
  withdrawalChoice: string;
  withdrawalVersion: string;
  locale: string;
}

/** True when the order as written already says all of this. */
export function sameWish(written: Wanted, wanted: Wanted): boolean {
  return (Object.keys(wanted) as (keyof Wanted)[]).every((key) => written[key] === wanted[key]);
}

/** One open order per person, course and kind of money. */
export function openKeyOf(order: { mode: string; personId: string; courseSlug: string }): string {
  return `${order.mode}:${order.personId}:${order.courseSlug}`;
}
