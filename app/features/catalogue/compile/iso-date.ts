import { z } from "zod";

const ADVICE = 'schrijf de datum als "2026-11-22", tussen aanhalingstekens';

/** Whether our calendar has the day: 2026-02-30 and the year 26 look like one, and would stop the page that has to print them. */
const exists = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= "1900";
};

/** A day as course files write it. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: ADVICE, abort: true })
  .refine(exists, "kies een dag die op de kalender staat");
