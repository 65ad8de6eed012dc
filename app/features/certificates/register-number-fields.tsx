import type { Register, RegisterEntry } from "#app/features/accounts/registers.ts";
import { Checkbox, TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";

/** The bodies asked for here; others can be kept on the account page. */
export const registersOffered = ["vvn", "registerplein", "skj", "nip"] as const satisfies readonly Register[];

export const registerField = (register: string) => `register-${register}`;

const labels = {
  vvn: m.certificates_register_vvn,
  registerplein: m.certificates_register_registerplein,
  skj: m.certificates_register_skj,
  nip: m.certificates_register_nip,
};

/** Register numbers, each optional, with one consent for what changes. */
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
      {registersOffered.map((register) => {
        const field = registerField(register);
        const number = known.find((entry) => entry.register === register)?.number;
        return (
          <TextField
            key={register}
            name={field}
            label={labels[register]()}
            defaultValue={values ? values[field] : number}
            error={errors?.[field]}
            maxLength={40}
          />
        );
      })}
      <Checkbox name="consent" label={m.certificates_confirm_consent()} defaultChecked={values?.consent === "on"} error={errors?.consent} />
    </fieldset>
  );
}
