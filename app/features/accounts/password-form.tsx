import { Form } from "@remix-run/react";
import { Button } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import * as m from "#generated/paraglide/messages.js";
import { NewPasswordField, PasswordField } from "./sign-in-fields.tsx";

/** A new password on proof of the present one. `email` lets a password manager know whose it is. */
export function PasswordForm({ action, email, errors }: { action: string; email: string; errors?: Record<string, string> }) {
  return (
    <Form method="post" action={action}>
      <ErrorSummary errors={errors} />
      <input type="text" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordField errors={errors} label={m.accounts_present_password()} />
      <NewPasswordField errors={errors} />
      <Button>{m.accounts_password_change()}</Button>
    </Form>
  );
}
