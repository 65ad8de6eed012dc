import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { endOtherSessions } from "#app/features/accounts/sessions.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { leadToPage } from "./visit.server.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return leadToPage(request, paths.accountSessions());
}

/** In the browser nobody visits this URL but by posting: the refused form stays. */
export const clientLoader = () => null;

/** Nothing to refuse: no other sessions is what was asked for. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  if (context.sessionPublicId) await endOtherSessions(viewer.id, context.sessionPublicId, context.now);
  return redirect(`${paths.accountSessions()}?done=ended`, 303);
}

export default function EndOtherSessions() {
  return null;
}
