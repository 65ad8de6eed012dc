/** Where "now" comes from. Verbs take a `now: Date`; only doors and jobs ask a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Adds calendar months in UTC; the 31st becomes the last day of a shorter month. */
export function addMonths(date: Date, months: number): Date {
  const result = new Date(date);
  const day = result.getUTCDate();
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(day, lastDay));
  return result;
}

const amsterdamDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });
const amsterdamHour = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", hour: "2-digit", hourCycle: "h23" });

/** The day it is in Amsterdam: "2026-11-22". */
export const amsterdamDate = (date: Date): string => amsterdamDay.format(date);

/** Midnight in Amsterdam at the start of the day that lies `days` after the day of `date` there. */
export function startOfDay(date: Date, days = 0): Date {
  const midnight = new Date(`${amsterdamDay.format(date)}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + days);
  // By summer or winter time it is one or two o'clock there when it is midnight in UTC.
  return new Date(midnight.getTime() - Number(amsterdamHour.format(midnight)) * HOUR);
}
