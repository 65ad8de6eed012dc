import { Form } from "@remix-run/react";
import { Button } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";

/** One button: a fresh code to the same address. */
export function SendAgainForm({
  action,
  next,
  email,
  errors,
}: {
  action: string;
  next: string;
  email: string;
  errors?: Record<string, string>;
}) {
  // The address is hidden here, so what is wrong with it concerns the form as a whole.
  const { email: wrongAddress, ...others } = errors ?? {};
  return (
    <Form method="post" action={action}>
      <ErrorSummary errors={wrongAddress ? { ...others, form: wrongAddress } : errors} />
      <HiddenField name="next" value={next} />
      <HiddenField name="email" value={email} />
      <Button variant="quiet">{m.accounts_verify_again()}</Button>
    </Form>
  );
}
