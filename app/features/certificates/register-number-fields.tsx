import { RegisterFields } from "#app/features/accounts/register-fields.tsx";
import { registerValues } from "#app/features/accounts/register-values.ts";
import type { Register, RegisterEntry } from "#app/features/accounts/registers.ts";
import * as m from "#generated/paraglide/messages.js";

/** The bodies asked for here; others can be kept on the account page. */
const offered = ["vvn", "registerplein", "skj", "nip"] as const satisfies readonly Register[];

/** Register numbers, each optional and with its own consent; what is kept already stands there as it is. */
export function RegisterNumberFields({
  known,
  values,
  errors,
}: {
  known: RegisterEntry[];
  values?: Record<string, string>;
  errors?: Record<string, string>;
}) {
  return (
    <fieldset className="register-numbers">
      <legend>{m.certificates_confirm_numbers()}</legend>
      <p>{m.certificates_confirm_numbers_text()}</p>
      <RegisterFields offered={offered} values={values ?? registerValues(known)} errors={errors} />
    </fieldset>
  );
}
