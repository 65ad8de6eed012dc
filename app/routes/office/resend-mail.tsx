import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { sendAgain } from "#app/features/office/today.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { isUuid } from "#app/platform/ids.ts";

export const loader = ({ request }: LoaderFunctionArgs) => backToPage(request, paths.office());

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const id = String((await request.formData()).get("id") ?? "");
  if (!isUuid(id)) throw notFound();
  await sendAgain(viewer.id, id, context.now);
  return redirect(paths.office("mail"), 303);
}

export default function ResendMail() {
  return null;
}
