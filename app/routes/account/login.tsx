import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { signInWithPassword } from "#app/features/accounts/sign-in.server.ts";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { safePath } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary, HiddenField, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { letIn } from "./let-in.server.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { emailTyped, passwordTyped } from "./typed.server.ts";

export const meta: MetaFunction = () => [{ title: m.accounts_login_title() }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if (context.viewer) throw redirect(safePath(next), 303);
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped(), password: passwordTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const tooOften = await refuseWhenTooOften("sign-in", form, parsed.value.email, context);
  if (tooOften) return tooOften;
  const result = await signInWithPassword(parsed.value, context.now);
  if (!result.ok) return refuse(form, { password: m.accounts_error_login() });
  return letIn(request, result.personId, nextIn(form));
}

export default function Login() {
  const { next } = useLoaderData<typeof loader>();
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return (
    <Page title={m.accounts_login_title()} narrow>
      <Form method="post">
        <ErrorSummary errors={errors} />
        <HiddenField name="next" value={next} />
        <TextField
          label={m.accounts_email()}
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          defaultValue={values.email}
          error={errors?.email}
          required
        />
        <TextField
          label={m.accounts_password()}
          name="password"
          type="password"
          autoComplete="current-password"
          error={errors?.password}
          required
        />
        <Button>{m.accounts_login_button()}</Button>
        <p>
          <TextLink to={paths.resetPassword(next)}>{m.accounts_login_forgotten()}</TextLink>
        </p>
      </Form>
      <div className="accounts-other">
        <p>{m.accounts_login_code_why()}</p>
        <ButtonLink to={paths.loginCode(next)} variant="quiet">
          {m.accounts_login_code_link()}
        </ButtonLink>
        <p>
          {m.accounts_login_new()} <TextLink to={paths.signup(next)}>{m.accounts_signup_link()}</TextLink>
        </p>
      </div>
    </Page>
  );
}
