import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { helpLineChecked } from "#app/features/catalogue/office-help-lines.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { amsterdamDate } from "#app/platform/clock.ts";

export const loader = ({ request }: LoaderFunctionArgs) => backToPage(request, paths.officeHelpLines());

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const answer = await helpLineChecked(params.id ?? "", amsterdamDate(context.now), viewer.id, context.now);
  if (!answer.ok) throw notFound();
  return redirect(paths.officeHelpLines("checked"), 303);
}

export default function HelpLineChecked() {
  return null;
}
