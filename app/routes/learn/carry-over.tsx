import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { accessTo } from "#app/features/enrolment/access.server.ts";
import { carryOver } from "#app/features/learning/carry-over.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { required } from "./enter.server.ts";

export function loader({ params, request }: LoaderFunctionArgs) {
  return backToPage(request, paths.learnCourse(required(params.slug)));
}

/** Takes over what was done in another course. Whoever has no access, or nothing to take over, is shown where they stand. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const slug = required(params.slug);
  await db.$transaction(async (tx) => {
    const access = await accessTo(tx, viewer.id, slug, context.now);
    if (access.ok) await carryOver(tx, { personId: viewer.id, enrolmentId: access.enrolmentId }, context.now);
  });
  throw redirect(paths.learnCourse(slug), 303);
}

/** Nothing is refused here; without a component a plain form would be answered with data instead of a page. */
export default function CarryOver() {
  return null;
}
