import { Form } from "@remix-run/react";
import { Button } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Select } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import { NameField } from "./sign-in-fields.tsx";

/** Name and language of the person who is signed in. */
export function ProfileForm({
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
      <NameField values={values} errors={errors} hint={m.accounts_name_hint()} />
      <Select
        label={m.accounts_locale()}
        name="locale"
        autoComplete="language"
        options={[
          { value: "nl", label: "Nederlands" },
          { value: "en", label: "English" },
        ]}
        value={values.locale}
        error={errors?.locale}
      />
      <Button>{m.accounts_profile_save()}</Button>
    </Form>
  );
}
