import { type RegisterEntry, type RegisterNumberProblem, registerNumberProblem, registers, tidyNumber } from "./registers.ts";

/** Field names of the form: the number, and the consent beside it. */
export const numberField = (register: string) => `number-${register}`;
export const consentField = (register: string) => `consent-${register}`;

/** What the form shows of numbers kept with consent. */
export function registerValues(entries: RegisterEntry[]): Record<string, string> {
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

/** Reads the form: every body's number, each with its own consent; an emptied number is an entry that takes it away. */
export function readRegisterValues(values: Record<string, string>): ReadRegisters {
  const entries = registers.map((register) => ({ register, number: tidyNumber(values[numberField(register)] ?? "") }));
  const problems: Record<string, RegisterNumberProblem | "no-consent"> = {};
  for (const { register, number } of entries.filter((entry) => entry.number !== "")) {
    const problem = registerNumberProblem(register, number);
    if (problem) problems[numberField(register)] = problem;
    if (values[consentField(register)] !== "on") problems[consentField(register)] = "no-consent";
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, entries };
}
