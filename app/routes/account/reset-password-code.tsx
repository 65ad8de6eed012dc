import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { resetPasswordWithCode } from "#app/features/accounts/change-password.server.ts";
import { CodeFields } from "#app/features/accounts/code-fields.tsx";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary, HiddenField, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { letIn } from "./let-in.server.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { passwordWords } from "./password-words.ts";
import { pendingEmail } from "./pending-cookie.server.ts";
import { signature } from "./signature.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { codeTyped, emailTyped, newPasswordTyped } from "./typed.server.ts";

export const meta: MetaFunction = () => [{ title: m.accounts_reset_enter_title() }];

export function loader({ request, context }: LoaderFunctionArgs) {
  return { next: nextOf(request), email: pendingEmail(request, context.now) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped(), code: codeTyped(), newPassword: newPasswordTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const tooOften = await refuseWhenTooOften("try-code", form, parsed.value.email, context);
  if (tooOften) return tooOften;
  const result = await resetPasswordWithCode({ ...parsed.value, signature: await signature() }, context.now);
  if (result.ok) return letIn(request, result.personId, nextIn(form));
  return refuse(form, result.reason === "wrong" ? { code: m.accounts_error_code() } : { newPassword: passwordWords(result.reason) });
}

export default function EnterResetCode() {
  const { next, email } = useLoaderData<typeof loader>();
  const { values, errors } = useActionData<typeof action>() ?? {};
  return (
    <Page title={m.accounts_reset_enter_title()} lead={email ? m.accounts_code_enter_lead({ email }) : undefined} narrow>
      <Form method="post">
        <ErrorSummary errors={errors} />
        <HiddenField name="next" value={next} />
        <CodeFields email={email} values={values} errors={errors} />
        <TextField
          label={m.accounts_new_password()}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          hint={m.accounts_password_hint()}
          error={errors?.newPassword}
          required
        />
        <p className="hint">{m.accounts_reset_ends_sessions()}</p>
        <Button>{m.accounts_reset_save()}</Button>
      </Form>
      <p className="accounts-other">
        {m.accounts_code_none()} <TextLink to={paths.resetPassword(next)}>{m.accounts_code_again()}</TextLink>
      </p>
    </Page>
  );
}
