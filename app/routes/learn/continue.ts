import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { placeToContinue } from "#app/features/learning/continue.server.ts";
import { nextPath } from "#app/features/learning/next-path.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";

/** From anywhere to where the reader was, on whatever device that was; with no course under way, to the list of courses. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const place = await placeToContinue(viewer.id, context.now);
  return redirect(place ? nextPath(place.slug, place.next) : paths.learn(), {
    status: 303,
    headers: { "Cache-Control": "no-store" },
  });
}
