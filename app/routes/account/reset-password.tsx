import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askForCode } from "#app/features/accounts/code-asked.server.ts";
import { pendingFor } from "#app/features/accounts/pending-address.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary, HiddenField, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { nextIn, nextOf } from "./next.server.ts";
import { titled } from "./page-title.ts";
import { keepPending, pendingEmail, pendingIn } from "./pending-cookie.server.ts";
import { signature } from "./signature.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { emailTyped } from "./typed.server.ts";
import { verbPaths } from "./verb-paths.ts";

export const meta = titled(m.accounts_reset_title);

/** Also for who is signed in: a person who always used codes chooses a first password here. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return { next: nextOf(request), email: context.viewer?.email ?? pendingEmail(request, context.now) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const { email } = parsed.value;
  const tooOften = await refuseWhenTooOften("send-code", { request, form, email, context });
  if (tooOften) return tooOften;
  const next = nextIn(form);
  await askForCode("reset-password", { email, next, signature: await signature() });
  return redirect(verbPaths.enterResetCode(next), {
    status: 303,
    headers: { "Set-Cookie": keepPending(pendingFor(email, pendingIn(request), context.now)) },
  });
}

export default function ResetPassword() {
  const { next, email } = useLoaderData<typeof loader>();
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return (
    <Page title={m.accounts_reset_title()} lead={m.accounts_reset_lead()} narrow>
      <Form method="post">
        <ErrorSummary errors={errors} />
        <HiddenField name="next" value={next} />
        <TextField
          label={m.accounts_email()}
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          defaultValue={values.email ?? email}
          error={errors?.email}
          required
        />
        <Button>{m.accounts_code_button()}</Button>
      </Form>
      <p className="accounts-other">
        <TextLink to={paths.login(next)}>{m.accounts_code_back()}</TextLink>
      </p>
    </Page>
  );
}
