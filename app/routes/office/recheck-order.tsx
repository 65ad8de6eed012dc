import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { recheckOrder } from "#app/features/payments/review.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { isUuid } from "#app/platform/ids.ts";

export const loader = ({ request }: LoaderFunctionArgs) => backToPage(request, paths.office());

/** Asks Stripe again what is true of an order; it leaves the list when that settles it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const id = String((await request.formData()).get("id") ?? "");
  if (!isUuid(id)) throw notFound();
  await recheckOrder(id, viewer.id, context.now);
  return redirect(paths.office("order"), 303);
}

export default function RecheckOrder() {
  return null;
}
