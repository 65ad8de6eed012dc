import { Form } from "@remix-run/react";
import { Button } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import * as m from "#generated/paraglide/messages.js";
import { RegisterFields } from "./register-fields.tsx";

/** A person's numbers at professional bodies, to keep or to take away. */
export function RegisterForm({
  action,
  values,
  errors,
}: {
  action: string;
  values: Record<string, string>;
  errors?: Record<string, string>;
}) {
  return (
    <Form method="post" action={action}>
      <ErrorSummary errors={errors} />
      <RegisterFields values={values} errors={errors} />
      <Button>{m.accounts_registers_save()}</Button>
    </Form>
  );
}
