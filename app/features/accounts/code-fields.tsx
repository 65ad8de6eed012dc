import { HiddenField, TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import { EmailField } from "./sign-in-fields.tsx";

interface CodeFieldsProps {
  /** the address the code was asked for in this browser; empty when it is not known here */
  email: string;
  values?: Record<string, string>;
  errors?: Record<string, string>;
}

/** The six digits from a mail, how often they were wrong on this page, and the address they were asked for where the browser does not remember it. */
export function CodeFields({ email, values, errors }: CodeFieldsProps) {
  return (
    <>
      {email ? <HiddenField name="email" value={email} /> : <EmailField values={values} errors={errors} />}
      <HiddenField name="tries" value={values?.tries ?? "0"} />
      <TextField
        label={m.accounts_code()}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        hint={m.accounts_code_hint()}
        error={errors?.code}
        maxLength={20}
        required
      />
    </>
  );
}
