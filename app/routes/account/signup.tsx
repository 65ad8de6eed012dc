import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PurchaseAhead } from "#app/features/accounts/purchase-ahead.tsx";
import { EmailField, NameField, NewPasswordField } from "#app/features/accounts/sign-in-fields.tsx";
import { signUp } from "#app/features/accounts/sign-up.server.ts";
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
import { onward } from "./let-in.server.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { passwordWords } from "./password-words.ts";
import { keepPending, pendingIn } from "./pending-cookie.server.ts";
import { purchaseAhead } from "./purchase.server.ts";
import { signature } from "./signature.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { emailTyped, nameTyped, newPasswordTyped } from "./typed.server.ts";

export const meta = titled(m.accounts_signup_title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if (context.viewer) throw redirect(await onward(context.viewer, next, context.now), 303);
  return { next, purchase: await purchaseAhead(next, context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ name: nameTyped(), email: emailTyped(), newPassword: newPasswordTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const { name, email, newPassword } = parsed.value;
  const tooOften = await refuseWhenTooOften("sign-up", { request, form, email, context });
  if (tooOften) return tooOften;
  const next = nextIn(form);
  const result = await signUp(
    { name, email, password: newPassword, locale: context.locale, next, pending: pendingIn(request), signature: await signature() },
    context.now,
  );
  if (!result.ok) return result.reason === "busy" ? refuseWhileBusy(form) : refuse(form, { newPassword: passwordWords(result.reason) });
  return redirect(paths.verifyEmail(next), { status: 303, headers: { "Set-Cookie": keepPending(result.pending) } });
}

export default function SignUp() {
  const { next, purchase } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { values = {}, errors } = refusal ?? {};
  return (
    <Page
      title={m.accounts_signup_title()}
      lead={m.accounts_signup_lead()}
      narrow
      above={purchase ? <CheckoutSteps current="account" /> : null}
    >
      <PurchaseAhead purchase={purchase} />
      <div className="accounts-known">
        <p>{m.accounts_signup_known()}</p>
        <ButtonLink to={paths.login(next)} variant="quiet">
          {m.accounts_login_link()}
        </ButtonLink>
      </div>
      <Form method="post">
        <ErrorSummary errors={errors} />
        <HiddenField name="next" value={next} />
        <NameField values={values} errors={errors} hint={m.accounts_name_hint()} />
        <EmailField values={values} errors={errors} hint={m.accounts_signup_email_hint()} />
        <NewPasswordField errors={errors} label={m.accounts_password()} />
        <p className="hint">
          {m.accounts_signup_terms()} <TextLink to={paths.terms()}>{m.accounts_terms_link()}</TextLink>. {m.accounts_signup_privacy()}{" "}
          <TextLink to={paths.privacy()}>{m.accounts_privacy_link()}</TextLink>.
        </p>
        <Button>{m.accounts_signup_button()}</Button>
      </Form>
    </Page>
  );
}
