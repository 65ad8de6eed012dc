import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { endOtherSessions } from "#app/features/accounts/sessions.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return backToPage(request, paths.accountSessions());
}

/** Nothing to refuse: no other sessions is what was asked for. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  if (context.sessionPublicId) await endOtherSessions(viewer.id, context.sessionPublicId, context.now);
  return redirect(`${paths.accountSessions()}?done=ended`, 303);
}

export default function EndOtherSessions() {
  return null;
}
