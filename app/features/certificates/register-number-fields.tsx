import { RegisterFields } from "#app/features/accounts/register-fields.tsx";
import { registerValues } from "#app/features/accounts/register-values.ts";
import type { Register, RegisterEntry } from "#app/features/accounts/registers.ts";
import * as m from "#generated/paraglide/messages.js";

/** The bodies asked for here; others can be kept on the account page. */
const offered = ["vvn", "registerplein", "skj", "nip"] as const satisfies readonly Register[];

/**
 * Register numbers, each optional and with its own consent; what is kept already stands there as it is. `counted`: a register
 * gave points for the course when it was finished; without that they are only for later, and it says so.
 */
export function RegisterNumberFields({
  known,
  counted,
  values,
  errors,
}: {
  known: RegisterEntry[];
  counted: boolean;
  values?: Record<string, string>;
  errors?: Record<string, string>;
}) {
  return (
    <fieldset className="register-numbers">
      <legend>{m.certificates_confirm_numbers()}</legend>
      <p>{counted ? m.certificates_confirm_numbers_text() : m.certificates_confirm_numbers_later()}</p>
      <RegisterFields offered={offered} values={values ?? registerValues(known)} errors={errors} />
    </fieldset>
  );
}
