import { Form } from "@remix-run/react";
import { Button } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import { EmailField } from "./sign-in-fields.tsx";

interface AskCodeFormProps {
  /** where the person was going */
  next: string;
  /** the address this browser knows, or empty */
  email: string;
  values?: Record<string, string>;
  errors?: Record<string, string>;
}

/** One field and one button: a code to this address, to sign in or to choose a new password with. */
export function AskCodeForm({ next, email, values, errors }: AskCodeFormProps) {
  return (
    <Form method="post">
      <ErrorSummary errors={errors} />
      <HiddenField name="next" value={next} />
      <EmailField values={values} errors={errors} known={email} hint={m.accounts_email_hint_account()} />
      <Button>{m.accounts_code_button()}</Button>
    </Form>
  );
}
