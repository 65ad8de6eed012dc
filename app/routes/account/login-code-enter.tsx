import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CodeEnded } from "#app/features/accounts/code-ended.tsx";
import { CodeFields } from "#app/features/accounts/code-fields.tsx";
import { signInWithCode } from "#app/features/accounts/sign-in.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { letIn, onward } from "./let-in.server.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { pendingEmail, pendingIn } from "./pending-cookie.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { codeTyped, emailTyped } from "./typed.server.ts";
import { refuseWrongCode } from "./wrong-code.server.ts";

export const meta = titled(m.accounts_code_enter_title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if (context.viewer) throw redirect(await onward(context.viewer, next, context.now), 303);
  return { next, email: pendingEmail(request, context.now) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped(), code: codeTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const tooOften = await refuseWhenTooOften("try-code", { request, form, email: parsed.value.email, context });
  if (tooOften) return tooOften;
  const result = await signInWithCode({ ...parsed.value, pending: pendingIn(request) }, context.now);
  if (!result.ok) return refuseWrongCode(form);
  return letIn(request, context, result.personId, nextIn(form));
}

export default function EnterLoginCode() {
  const { next, email } = useLoaderData<typeof loader>();
  const { values, errors } = useActionData<typeof action>() ?? {};
  if (values?.ended) return <CodeEnded title={m.accounts_code_enter_title()} errors={errors} again={paths.loginCode(next)} />;
  return (
    <Page title={m.accounts_code_enter_title()} lead={email ? m.accounts_code_enter_lead({ email }) : undefined} narrow>
      <Form method="post">
        <ErrorSummary errors={errors} />
        <HiddenField name="next" value={next} />
        <CodeFields email={email} values={values} errors={errors} />
        <Button>{m.accounts_login_button()}</Button>
      </Form>
      <div className="accounts-other">
        <p>{m.accounts_code_none()}</p>
        <p>
          <TextLink to={paths.loginCode(next)}>{m.accounts_code_again()}</TextLink> ·{" "}
          <TextLink to={paths.signup(next)}>{m.accounts_signup_link()}</TextLink>
        </p>
      </div>
    </Page>
  );
}
