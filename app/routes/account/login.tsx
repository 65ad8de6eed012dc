import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { HeldForm } from "#app/features/accounts/held-form.tsx";
import { PurchaseAhead } from "#app/features/accounts/purchase-ahead.tsx";
import { signInWithPassword } from "#app/features/accounts/sign-in.server.ts";
import { EmailField, PasswordField } from "#app/features/accounts/sign-in-fields.tsx";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { CheckoutSteps } from "../checkout/checkout-steps.tsx";
import { titled } from "../page-title.ts";
import { refuseWhileBusy } from "./busy.server.ts";
import { holdLateForm } from "./late-form.server.ts";
import { letIn, onward } from "./let-in.server.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { purchaseAhead } from "./purchase.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { emailTyped, passwordTyped } from "./typed.server.ts";

export const meta = titled(m.accounts_login_title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if (context.viewer) throw redirect(await onward(context.viewer, next, context.now), 303);
  return { next, purchase: await purchaseAhead(next, context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const late = await holdLateForm(request);
  if (late) return late;
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped(), password: passwordTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const tooOften = await refuseWhenTooOften("sign-in", { request, form, email: parsed.value.email, context });
  if (tooOften) return tooOften;
  const result = await signInWithPassword(parsed.value, context.now);
  if (!result.ok) return result.reason === "busy" ? refuseWhileBusy(form) : refuse(form, { password: m.accounts_error_login() });
  return letIn(request, context, result.personId, nextIn(form));
}

export default function Login() {
  const { next, purchase } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "fields" in answer) return <HeldForm {...answer} />;
  const { values = {}, errors } = answer ?? {};
  return (
    <Page title={m.accounts_login_title()} narrow above={purchase ? <CheckoutSteps current="account" /> : null}>
      <PurchaseAhead purchase={purchase} />
      <Form method="post" action={paths.login(next)}>
        <ErrorSummary errors={errors} />
        <HiddenField name="next" value={next} />
        <EmailField values={values} errors={errors} />
        <PasswordField errors={errors} />
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
        <p>{m.accounts_login_new()}</p>
        <ButtonLink to={paths.signup(next)} variant="quiet">
          {m.accounts_signup_link()}
        </ButtonLink>
      </div>
    </Page>
  );
}
