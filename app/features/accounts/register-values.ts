import { type RegisterEntry, type RegisterNumberProblem, registerNumberProblem, registers, tidyNumber } from "./registers.ts";

/** Field names of the form: the number, and the consent beside it. */
export const numberField = (register: string) => `number-${register}`;
export const consentField = (register: string) => `consent-${register}`;

/** What the form shows of numbers kept with consent. */
export function registerValues(entries: readonly RegisterEntry[]): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ register, number }) => [
      [numberField(register), number],
      [consentField(register), "on"],
    ]),
  );
}

export type ReadRegisters =
  | { ok: true; entries: RegisterEntry[] }
  | { ok: false; problems: Record<string, RegisterNumberProblem | "no-consent"> };

/**
 * Reads the form: the number of every body it asked for, each with its own consent; an emptied number is an entry that takes
 * it away. A body the form did not ask for has no entry.
 */
export function readRegisterValues(values: Record<string, string>): ReadRegisters {
  const entries = registers.flatMap((register) => {
    const typed = values[numberField(register)];
    return typed === undefined ? [] : { register, number: tidyNumber(typed) };
  });
  const problems: Record<string, RegisterNumberProblem | "no-consent"> = {};
  for (const { register, number } of entries.filter((entry) => entry.number !== "")) {
    const problem = registerNumberProblem(register, number);
    if (problem) problems[numberField(register)] = problem;
    if (values[consentField(register)] !== "on") problems[consentField(register)] = "no-consent";
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, entries };
}

/** The entries that say something else than what is kept. */
export function changedEntries(entries: readonly RegisterEntry[], kept: readonly RegisterEntry[]): RegisterEntry[] {
  return entries.filter(({ register, number }) => number !== (kept.find((entry) => entry.register === register)?.number ?? ""));
}
