import { startOfDay } from "#app/platform/clock.ts";

/** Days as a date field gives them (`2026-11-22`), and the moments they begin and end in Amsterdam. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

export const startOf = (day: string): Date => startOfDay(noon(day));

/** the first moment that is no longer of the day */
export const endOf = (day: string): Date => startOfDay(noon(day), 1);

/** the last day before a window that ends at `end` is over */
export const lastDayBefore = (end: Date): Date => new Date(end.getTime() - 1);
