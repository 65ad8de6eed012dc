import { Checkbox } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import { consentField, numberField } from "./register-values.ts";
import { type Register, registers } from "./registers.ts";

/** A professional body by the name its members know. */
function registerName(register: Register): string {
  const names: Record<Register, () => string> = {
    vvn: () => "V&VN Kwaliteitsregister",
    registerplein: () => "Registerplein",
    skj: () => "SKJ",
    nip: () => "NIP",
    other: m.accounts_register_other,
  };
  return names[register]();
}

/** A number at each professional body, with the consent that belongs to it: the same words wherever it is asked. */
export function RegisterFields({
  offered = registers,
  values,
  errors,
}: {
  offered?: readonly Register[];
  values: Record<string, string>;
  errors?: Record<string, string>;
}) {
  return (
    <>
      {offered.map((register) => (
        <div className="accounts-register" key={register}>
          <TextField
            label={m.accounts_register_number({ register: registerName(register) })}
            name={numberField(register)}
            hint={register === "other" ? m.accounts_register_other_hint() : undefined}
            defaultValue={values[numberField(register)]}
            error={errors?.[numberField(register)]}
            maxLength={80}
          />
          <Checkbox
            label={
              register === "other" ? m.accounts_register_consent_other() : m.accounts_register_consent({ register: registerName(register) })
            }
            name={consentField(register)}
            defaultChecked={values[consentField(register)] === "on"}
            error={errors?.[consentField(register)]}
          />
        </div>
      ))}
      <p className="hint">{m.accounts_registers_note()}</p>
    </>
  );
}
