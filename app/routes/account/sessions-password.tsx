import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useOutletContext } from "@remix-run/react";
import { z } from "zod";
import { changePassword } from "#app/features/accounts/change-password.server.ts";
import { PasswordForm } from "#app/features/accounts/password-form.tsx";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";
import { refuseWhileBusy } from "./busy.server.ts";
import { passwordWords } from "./password-words.ts";
import { signature } from "./signature.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { newPasswordTyped, passwordTyped } from "./typed.server.ts";
import { verbPaths } from "./verb-paths.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return backToPage(request, paths.accountSessions());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ password: passwordTyped(), newPassword: newPasswordTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const tooOften = await refuseWhenTooOften("sign-in", { request, form, email: viewer.email, context });
  if (tooOften) return tooOften;
  const result = await changePassword(
    { ...parsed.value, personId: viewer.id, sessionPublicId: context.sessionPublicId ?? "", signature: await signature() },
    context.now,
  );
  if (!result.ok && result.reason === "busy") return refuseWhileBusy(form);
  if (!result.ok)
    return refuse(
      form,
      result.reason === "wrong" ? { password: m.accounts_error_present_password() } : { newPassword: passwordWords(result.reason) },
    );
  return redirect(`${paths.accountSessions()}?done=password`, 303);
}

export default function ChangePassword() {
  const email = useOutletContext<string>();
  return <PasswordForm action={verbPaths.changePassword()} email={email} errors={useActionData<typeof action>()?.errors} />;
}
