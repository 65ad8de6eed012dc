/** When a price holds: from its first moment until the moment it ends, which is no longer of it. */
export interface PriceWindow {
  validFrom: Date;
  /** null: until the office ends it */
  validTo: Date | null;
}

export type PriceStanding = "in-force" | "coming" | "past";

export function priceStanding({ validFrom, validTo }: PriceWindow, now: Date): PriceStanding {
  if (validTo !== null && (validTo <= now || validTo <= validFrom)) return "past";
  return validFrom > now ? "coming" : "in-force";
}

/** Whether two prices would hold at the same moment. One that was ended before it began never holds. */
export function overlap(one: PriceWindow, other: PriceWindow): boolean {
  const holds = ({ validFrom, validTo }: PriceWindow) => validTo === null || validTo > validFrom;
  const beginsBefore = (end: Date | null, { validFrom }: PriceWindow) => end === null || validFrom < end;
  return holds(one) && holds(other) && beginsBefore(one.validTo, other) && beginsBefore(other.validTo, one);
}

/**
 * Whether a price is interrupted by another that comes for a while: it holds before the other begins and after it ends, so that it can go on then.
 * Only a price with an end of its own interrupts.
 */
export function interrupts(passing: PriceWindow, running: PriceWindow): passing is PriceWindow & { validTo: Date } {
  if (passing.validTo === null) return false;
  return running.validFrom < passing.validFrom && (running.validTo === null || passing.validTo < running.validTo);
}

export type EndRefusal = "already-over" | "in-past" | "before-it-begins" | "not-earlier";

/**
 * When a price ends that the office ends: now, or after the day that ends at `endOfDay`. One that has not begun yet and is ended now never
 * holds. An end is only ever brought forward: a longer price is a new one.
 */
export function endOfPrice(
  price: PriceWindow,
  endOfDay: Date | null,
  now: Date,
): { ok: true; validTo: Date } | { ok: false; reason: EndRefusal } {
  const no = (reason: EndRefusal) => ({ ok: false, reason }) as const;
  if (priceStanding(price, now) === "past") return no("already-over");
  if (endOfDay === null) return { ok: true, validTo: price.validFrom > now ? price.validFrom : now };
  if (endOfDay <= now) return no("in-past");
  if (endOfDay <= price.validFrom) return no("before-it-begins");
  return price.validTo !== null && endOfDay >= price.validTo ? no("not-earlier") : { ok: true, validTo: endOfDay };
}
