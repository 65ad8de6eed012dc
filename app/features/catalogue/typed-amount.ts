/**
 * Hundredths of what somebody types as an amount, the way it is written in Dutch: `295`, `295,00`, `€ 1.295,-`, `2,5`. A point is of
 * thousands and a comma of decimals; anything else is null, also `295.50`, which could be meant as either.
 */
export function hundredthsTyped(text: string): number | null {
  const found = /^(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d{1,2}|-))?$/.exec(text.trim());
  if (!found) return null;
  const [, whole = "", rest = "-"] = found;
  return Number(whole.replaceAll(".", "")) * 100 + (rest === "-" ? 0 : Number(rest.padEnd(2, "0")));
}

/** Stripe takes no payment in euros below 50 cents (docs.stripe.com/currencies, minimum charge amounts); free is no payment. */
export const isPayable = (cents: number): boolean => cents === 0 || cents >= 50;

/** The same back, for a field to be filled in: `295,00`. */
export const typedFrom = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(".", ",");
