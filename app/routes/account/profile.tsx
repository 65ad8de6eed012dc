import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { saveProfile } from "#app/features/accounts/people.server.ts";
import { ProfileForm } from "#app/features/accounts/profile-form.tsx";
import { parseForm } from "#app/http/forms.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { localeTyped, nameTyped } from "./typed.server.ts";
import { verbPaths } from "./verb-paths.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return backToPage(request, paths.account());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ name: nameTyped(), locale: localeTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  await db.$transaction((tx) => saveProfile(tx, viewer.id, parsed.value, context.now));
  // The whole page anew: its language may have changed.
  return redirectDocument(`${paths.account()}?saved=profile`, 303);
}

export default function SaveProfile() {
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return <ProfileForm action={verbPaths.saveProfile()} values={values} errors={errors} />;
}
