import { readRegisterValues } from "#app/features/accounts/register-values.ts";
import type { RegisterEntry, RegisterNumberProblem } from "#app/features/accounts/registers.ts";
import { typedValues } from "#app/http/forms.server.ts";
import * as m from "#generated/paraglide/messages.js";

/** The register numbers in a form, checked and consented to, or per field what to do about it. */
export function readRegisters(form: FormData): { ok: true; entries: RegisterEntry[] } | { ok: false; errors: Record<string, string> } {
  const read = readRegisterValues(typedValues(form));
  if (read.ok) return read;
  return { ok: false, errors: Object.fromEntries(Object.entries(read.problems).map(([field, problem]) => [field, words(problem)])) };
}

function words(problem: RegisterNumberProblem | "no-consent"): string {
  switch (problem) {
    case "number-shape":
      return m.accounts_error_register_number();
    case "number-bsn":
      return m.accounts_error_register_bsn();
    case "no-consent":
      return m.accounts_error_register_consent();
  }
}
