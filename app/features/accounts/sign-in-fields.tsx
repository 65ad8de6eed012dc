import type { ReactNode } from "react";
import { TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";

interface Refused {
  values?: Record<string, string>;
  errors?: Record<string, string>;
}

/** What a person is called; `hint` where the name will be printed. */
export function NameField({ values, errors, hint }: Refused & { hint?: ReactNode }) {
  return (
    <TextField
      label={m.accounts_name()}
      name="name"
      autoComplete="name"
      hint={hint}
      defaultValue={values?.name}
      error={errors?.name}
      maxLength={120}
      required
    />
  );
}

/** The address that is the account; `known` is what this browser remembers of it. */
export function EmailField({ values, errors, known, hint }: Refused & { known?: string; hint?: ReactNode }) {
  return (
    <TextField
      label={m.accounts_email()}
      name="email"
      type="email"
      autoComplete="email"
      inputMode="email"
      hint={hint}
      defaultValue={values?.email ?? known}
      error={errors?.email}
      required
    />
  );
}

/** The password one has. Never filled in again after a refusal: it does not come back from the server. */
export function PasswordField({ errors, label = m.accounts_password() }: Pick<Refused, "errors"> & { label?: string }) {
  return <TextField label={label} name="password" type="password" autoComplete="current-password" error={errors?.password} required />;
}

/** A password to choose, with what makes it pass. */
export function NewPasswordField({
  errors,
  label = m.accounts_new_password(),
  hint = m.accounts_password_hint(),
}: Pick<Refused, "errors"> & { label?: string; hint?: ReactNode }) {
  return (
    <TextField
      label={label}
      name="newPassword"
      type="password"
      autoComplete="new-password"
      hint={hint}
      error={errors?.newPassword}
      required
    />
  );
}
