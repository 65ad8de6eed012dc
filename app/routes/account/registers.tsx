import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { saveRegisterNumbers } from "#app/features/accounts/people.server.ts";
import { RegisterForm } from "#app/features/accounts/register-form.tsx";
import { refuse } from "#app/http/forms.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { readRegisters } from "./read-registers.server.ts";
import { verbPaths } from "./verb-paths.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return backToPage(request, paths.account());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const read = readRegisters(form);
  if (!read.ok) return refuse(form, read.errors);
  await db.$transaction((tx) => saveRegisterNumbers(tx, viewer.id, read.entries, context.now));
  return redirect(`${paths.account()}?saved=registers`, 303);
}

export default function SaveRegisters() {
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return <RegisterForm action={verbPaths.saveRegisterNumbers()} values={values} errors={errors} />;
}
