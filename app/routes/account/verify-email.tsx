import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Outlet, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { CodeFields } from "#app/features/accounts/code-fields.tsx";
import { PurchaseAhead } from "#app/features/accounts/purchase-ahead.tsx";
import { SendAgainForm } from "#app/features/accounts/send-again-form.tsx";
import { verifyAddress } from "#app/features/accounts/sign-in.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { CheckoutSteps } from "../checkout/checkout-steps.tsx";
import { titled } from "../page-title.ts";
import { letIn, onward } from "./let-in.server.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { pendingEmail, pendingIn } from "./pending-cookie.server.ts";
import { purchaseAhead } from "./purchase.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { codeTyped, emailTyped } from "./typed.server.ts";
import { verbPaths } from "./verb-paths.ts";
import { refuseWrongCode } from "./wrong-code.server.ts";

export const meta = titled(m.accounts_verify_title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if (context.viewer?.emailVerified) throw redirect(await onward(context.viewer, next, context.now), 303);
  return {
    next,
    purchase: await purchaseAhead(next, context),
    email: context.viewer?.email ?? pendingEmail(request, context.now),
    sentAgain: new URL(request.url).searchParams.has("again"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped(), code: codeTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const tooOften = await refuseWhenTooOften("try-code", { request, form, email: parsed.value.email, context });
  if (tooOften) return tooOften;
  const result = await verifyAddress({ ...parsed.value, pending: pendingIn(request) }, context.now);
  if (!result.ok) return refuseWrongCode(form);
  return letIn(request, context, result.personId, nextIn(form));
}

export default function VerifyEmail() {
  const { next, purchase, email, sentAgain } = useLoaderData<typeof loader>();
  const { values, errors } = useActionData<typeof action>() ?? {};
  // Where the browser does not remember the address, a refused form still says it.
  const address = email || (values?.ended ? (values.email ?? "") : "");
  const sending = useLocation().pathname === verbPaths.sendVerificationAgain();
  return (
    <Page
      title={m.accounts_verify_title()}
      lead={email ? m.accounts_verify_lead({ email }) : m.accounts_verify_lead_unknown()}
      narrow
      above={purchase ? <CheckoutSteps current="account" /> : null}
    >
      <PurchaseAhead purchase={purchase} />
      {sentAgain ? (
        <Notice>
          <p>{m.accounts_verify_again_done()}</p>
        </Notice>
      ) : null}
      {values?.ended ? (
        <ErrorSummary errors={errors} />
      ) : (
        <Form method="post" action={paths.verifyEmail(next)}>
          <ErrorSummary errors={errors} />
          <HiddenField name="next" value={next} />
          <CodeFields email={email} values={values} errors={errors} />
          <Button>{m.accounts_verify_button()}</Button>
        </Form>
      )}
      <div className="accounts-other">
        {values?.ended ? null : <p>{m.accounts_verify_none()}</p>}
        {sending ? <Outlet /> : address ? <SendAgainForm action={verbPaths.sendVerificationAgain()} next={next} email={address} /> : null}
        <p>
          <TextLink to={paths.signup(next)}>{m.accounts_verify_other_address()}</TextLink> ·{" "}
          <TextLink to={paths.login(next)}>{m.accounts_login_link()}</TextLink>
        </p>
      </div>
    </Page>
  );
}
