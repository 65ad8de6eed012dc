import { Form } from "@remix-run/react";
import { Button } from "#app/ui/actions.tsx";
import { ErrorSummary, TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";

/** A new password on proof of the present one. `email` lets a password manager know whose it is. */
export function PasswordForm({ action, email, errors }: { action: string; email: string; errors?: Record<string, string> }) {
  return (
    <Form method="post" action={action}>
      <ErrorSummary errors={errors} />
      <input type="text" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <TextField
        label={m.accounts_present_password()}
        name="password"
        type="password"
        autoComplete="current-password"
        error={errors?.password}
        required
      />
      <TextField
        label={m.accounts_new_password()}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        hint={m.accounts_password_hint()}
        error={errors?.newPassword}
        required
      />
      <Button>{m.accounts_password_change()}</Button>
    </Form>
  );
}
