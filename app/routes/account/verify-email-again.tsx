import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { askForCode } from "#app/features/accounts/code-asked.server.ts";
import { pendingFor } from "#app/features/accounts/pending-address.server.ts";
import { SendAgainForm } from "#app/features/accounts/send-again-form.tsx";
import { parseForm } from "#app/http/forms.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { nextIn, nextOf } from "./next.server.ts";
import { keepPending, pendingIn } from "./pending-cookie.server.ts";
import { signature } from "./signature.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { emailTyped } from "./typed.server.ts";
import { verbPaths } from "./verb-paths.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return backToPage(request, paths.verifyEmail(nextOf(request)));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const { email } = parsed.value;
  const tooOften = await refuseWhenTooOften("send-code", { request, form, email, context });
  if (tooOften) return tooOften;
  const next = nextIn(form);
  await askForCode("verify-email", { email, next, signature: await signature() });
  const page = paths.verifyEmail(next);
  return redirect(`${page}${page.includes("?") ? "&" : "?"}again=1`, {
    status: 303,
    headers: { "Set-Cookie": keepPending(pendingFor(email, pendingIn(request), context.now)) },
  });
}

export default function SendVerificationAgain() {
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return <SendAgainForm action={verbPaths.sendVerificationAgain()} next={values.next ?? ""} email={values.email ?? ""} errors={errors} />;
}
