import { z } from "zod";

/**
 * A day from a date field. Who types 26 for the year sends the year 26, and no calendar of ours goes that far back: it is refused
 * in the words of its field.
 */
export const typedDay = (wrong: string) => z.iso.date(wrong).refine((day) => day >= "2000-01-01" && day <= "2199-12-31", wrong);
