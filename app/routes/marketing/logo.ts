import type { LoaderFunctionArgs } from "@remix-run/node";
import { logoImage } from "#app/features/catalogue/provider-logo.server.ts";
import { namedFileAnswer } from "./named-file-answer.server.ts";

/** The provider's logo. An SVG is a document that could run scripts: opened by itself it may do nothing at all. */
export async function loader({ request }: LoaderFunctionArgs) {
  return namedFileAnswer(request, await logoImage(), {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
  });
}
