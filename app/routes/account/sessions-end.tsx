import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { endSession } from "#app/features/accounts/sessions.server.ts";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import * as m from "#generated/paraglide/messages.js";

export function loader({ request }: LoaderFunctionArgs) {
  return backToPage(request, paths.accountSessions());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ session: z.uuid() }));
  if (!parsed.ok || !(await endSession(viewer.id, parsed.value.session, context.now)))
    return refuse(form, { form: m.accounts_error_session_gone() });
  return redirect(`${paths.accountSessions()}?done=ended`, 303);
}

export default function EndSession() {
  return <ErrorSummary errors={useActionData<typeof action>()?.errors} />;
}
