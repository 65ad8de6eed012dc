import type { LoaderFunctionArgs } from "@remix-run/node";
import { ogImage } from "#app/features/catalogue/og-image.server.ts";
import { namedFileAnswer } from "./named-file-answer.server.ts";

/** The picture that goes with a link to a page. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const name = /^(?:site|course-([a-z0-9-]+))\.png$/.exec(params.file ?? "");
  return namedFileAnswer(request, name ? await ogImage(name[1] ?? null, context.now) : null);
}
