/** The price without VAT, in whole cents, of a price that includes it. `basisPoints`: 2100 is 21 %. */
export function withoutVat(amountCents: number, basisPoints: number): number {
  return Math.round((amountCents * 10_000) / (10_000 + basisPoints));
}
