import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { saveRegisterNumbers } from "#app/features/accounts/people.server.ts";
import { RegisterForm } from "#app/features/accounts/register-form.tsx";
import { readRegisterValues } from "#app/features/accounts/register-values.ts";
import type { RegisterNumberProblem } from "#app/features/accounts/registers.ts";
import { refuse, typedValues } from "#app/http/forms.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import * as m from "#generated/paraglide/messages.js";
import { verbPaths } from "./verb-paths.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return backToPage(request, paths.account());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const read = readRegisterValues(typedValues(form));
  if (!read.ok) return refuse(form, Object.fromEntries(Object.entries(read.problems).map(([field, problem]) => [field, words(problem)])));
  await db.$transaction((tx) => saveRegisterNumbers(tx, viewer.id, read.entries, context.now));
  return redirect(`${paths.account()}?saved=registers`, 303);
}

function words(problem: RegisterNumberProblem | "no-consent"): string {
  switch (problem) {
    case "number-shape":
      return m.accounts_error_register_number();
    case "number-bsn":
      return m.accounts_error_register_bsn();
    case "no-consent":
      return m.accounts_error_register_consent();
  }
}

export default function SaveRegisters() {
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return <RegisterForm action={verbPaths.saveRegisterNumbers()} values={values} errors={errors} />;
}
