import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { claimOffice, officeLinkWorks } from "#app/features/accounts/office-claim.server.ts";
import { EmailField, NameField, NewPasswordField } from "#app/features/accounts/sign-in-fields.tsx";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { refuseWhileBusy } from "./busy.server.ts";
import { letIn } from "./let-in.server.ts";
import { passwordWords } from "./password-words.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { emailTyped, nameTyped, newPasswordTyped } from "./typed.server.ts";

export const meta: MetaFunction = ({ matches }) => [
  pageTitle(m.accounts_claim_title(), matches),
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "same-origin" },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const works = await officeLinkWorks(params.token ?? "", context.now);
  return data({ works }, { status: works ? 200 : 410 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ name: nameTyped(), email: emailTyped(), newPassword: newPasswordTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const { name, email, newPassword } = parsed.value;
  const tooOften = await refuseWhenTooOften("try-code", { request, form, email, context });
  if (tooOften) return tooOften;
  const result = await claimOffice({ token: params.token ?? "", name, email, password: newPassword, locale: context.locale }, context.now);
  if (result.ok) return letIn(request, context, result.personId, paths.office());
  if (result.reason === "link-ended") return refuse(form, { form: m.accounts_claim_ended() }, 410);
  return result.reason === "busy" ? refuseWhileBusy(form) : refuse(form, { newPassword: passwordWords(result.reason) });
}

export default function ClaimOffice() {
  const { works } = useLoaderData<typeof loader>();
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  if (!works) {
    return (
      <Page title={m.accounts_link_ended_title()} lead={m.accounts_claim_ended()} narrow>
        <ButtonLink to={paths.login(paths.office())}>{m.accounts_login_link()}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={m.accounts_claim_title()} lead={m.accounts_claim_lead()} narrow>
      <Form method="post">
        <ErrorSummary errors={errors} />
        <NameField values={values} errors={errors} />
        <EmailField values={values} errors={errors} />
        <NewPasswordField errors={errors} label={m.accounts_password()} />
        <Button>{m.accounts_claim_button()}</Button>
      </Form>
    </Page>
  );
}
