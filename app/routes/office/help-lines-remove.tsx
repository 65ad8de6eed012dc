import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { removeHelpLine } from "#app/features/catalogue/office-help-lines.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";

export const loader = ({ request }: LoaderFunctionArgs) => backToPage(request, paths.officeHelpLines());

/** The last line has no button to take it away; who asks all the same finds the list as it is. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const answer = await removeHelpLine(params.id ?? "", viewer.id, context.now);
  if (!answer.ok && answer.reason === "unknown-line") throw notFound();
  return redirect(paths.officeHelpLines(answer.ok ? "removed" : undefined), 303);
}

export default function RemoveHelpLine() {
  return null;
}
