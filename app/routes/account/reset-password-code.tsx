import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { resetPasswordWithCode } from "#app/features/accounts/change-password.server.ts";
import { CodeEnded } from "#app/features/accounts/code-ended.tsx";
import { CodeFields } from "#app/features/accounts/code-fields.tsx";
import { NewPasswordField } from "#app/features/accounts/sign-in-fields.tsx";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { refuseWhileBusy } from "./busy.server.ts";
import { letIn } from "./let-in.server.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { passwordWords } from "./password-words.ts";
import { pendingEmail, pendingIn } from "./pending-cookie.server.ts";
import { signature } from "./signature.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { codeTyped, emailTyped, newPasswordTyped } from "./typed.server.ts";
import { afterReset } from "./verb-paths.ts";
import { refuseWrongCode } from "./wrong-code.server.ts";

export const meta = titled(m.accounts_reset_enter_title);

export function loader({ request, context }: LoaderFunctionArgs) {
  return { next: nextOf(request), email: pendingEmail(request, context.now) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped(), code: codeTyped(), newPassword: newPasswordTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const tooOften = await refuseWhenTooOften("try-code", { request, form, email: parsed.value.email, context });
  if (tooOften) return tooOften;
  const result = await resetPasswordWithCode({ ...parsed.value, pending: pendingIn(request), signature: await signature() }, context.now);
  if (result.ok) return letIn(request, context, result.personId, afterReset(nextIn(form)));
  if (result.reason === "busy") return refuseWhileBusy(form);
  return result.reason === "wrong" ? refuseWrongCode(form) : refuse(form, { newPassword: passwordWords(result.reason) });
}

export default function EnterResetCode() {
  const { next, email } = useLoaderData<typeof loader>();
  const { values, errors } = useActionData<typeof action>() ?? {};
  if (values?.ended) return <CodeEnded title={m.accounts_reset_enter_title()} errors={errors} again={paths.resetPassword(next)} />;
  return (
    <Page title={m.accounts_reset_enter_title()} lead={email ? m.accounts_code_enter_lead({ email }) : undefined} narrow>
      <Form method="post">
        <ErrorSummary errors={errors} />
        <HiddenField name="next" value={next} />
        <CodeFields email={email} values={values} errors={errors} />
        <NewPasswordField errors={errors} />
        <p className="hint">{m.accounts_reset_ends_sessions()}</p>
        <Button>{m.accounts_reset_save()}</Button>
      </Form>
      <p className="accounts-other">
        {m.accounts_code_none()} <TextLink to={paths.resetPassword(next)}>{m.accounts_code_again()}</TextLink>
      </p>
    </Page>
  );
}
