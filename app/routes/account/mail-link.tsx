import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { followMailLink, type MailLink, readMailLink } from "#app/features/accounts/mail-links.server.ts";
import { NewPasswordField } from "#app/features/accounts/sign-in-fields.tsx";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { refuseWhileBusy } from "./busy.server.ts";
import { letIn } from "./let-in.server.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { passwordWords } from "./password-words.ts";
import { pendingIn } from "./pending-cookie.server.ts";
import { signature } from "./signature.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { afterReset } from "./verb-paths.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => [
  pageTitle(page?.link ? titleOf(page.link.purpose) : m.accounts_link_ended_title(), matches),
  { name: "robots", content: "noindex" },
  // The address of this page is a key: it must not travel on with what is loaded from here.
  { name: "referrer", content: "same-origin" },
];

/** Looks, and uses nothing up: mail scanners open links too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = await readMailLink(params.token ?? "", pendingIn(request), context.now);
  return data({ link, next: nextOf(request) }, { status: link ? 200 : 410 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ newPassword: z.string().max(1000).optional() }));
  if (!parsed.ok) return refuse(form, { newPassword: m.accounts_error_password_long() });
  const token = params.token ?? "";
  // Nobody guesses a token; the limit only spares the hashing of passwords.
  const tooOften = await refuseWhenTooOften("try-code", { request, form, email: token, context });
  if (tooOften) return tooOften;
  const result = await followMailLink(
    { token, newPassword: parsed.value.newPassword ?? null, pending: pendingIn(request), signature: await signature() },
    context.now,
  );
  if (result.ok) return letIn(request, context, result.personId, result.passwordChanged ? afterReset(nextIn(form)) : nextIn(form));
  if (result.reason === "link-ended") return refuse(form, { form: m.accounts_link_ended_lead() }, 410);
  return result.reason === "busy" ? refuseWhileBusy(form) : refuse(form, { newPassword: passwordWords(result.reason) });
}

function titleOf(purpose: MailLink["purpose"]): string {
  switch (purpose) {
    case "verify-email":
      return m.accounts_link_verify_title();
    case "sign-in":
      return m.accounts_link_sign_in_title();
    case "reset-password":
      return m.accounts_reset_enter_title();
  }
}

function buttonOf(purpose: MailLink["purpose"]): string {
  switch (purpose) {
    case "verify-email":
      return m.accounts_verify_button();
    case "sign-in":
      return m.accounts_login_button();
    case "reset-password":
      return m.accounts_reset_save();
  }
}

export default function MailLinkPage() {
  const { link, next } = useLoaderData<typeof loader>();
  const { errors } = useActionData<typeof action>() ?? {};
  if (!link) return <Ended next={next} />;
  return (
    <Page title={titleOf(link.purpose)} lead={m.accounts_link_for({ email: link.email })} narrow>
      <Form method="post">
        <ErrorSummary errors={errors} />
        <HiddenField name="next" value={next} />
        {link.asksPassword ? (
          <NewPasswordField errors={errors} hint={link.purpose === "verify-email" ? m.accounts_link_password_hint() : undefined} />
        ) : null}
        <Button>{buttonOf(link.purpose)}</Button>
      </Form>
    </Page>
  );
}

function Ended({ next }: { next: string }) {
  return (
    <Page title={m.accounts_link_ended_title()} lead={m.accounts_link_ended_lead()} narrow>
      <div className="actions">
        <ButtonLink to={paths.loginCode(next)}>{m.accounts_code_button()}</ButtonLink>
        <ButtonLink to={paths.login(next)} variant="quiet">
          {m.accounts_login_link()}
        </ButtonLink>
      </div>
    </Page>
  );
}
