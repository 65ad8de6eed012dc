import type { LoaderFunctionArgs } from "@remix-run/node";
import { ogImage } from "#app/features/catalogue/og-image.server.ts";
import { notFound } from "#app/http/guards.server.ts";

/** The picture that goes with a link to a page. An address with its version never changes; without one it is asked again every hour. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const name = /^(?:site|course-([a-z0-9-]+))\.png$/.exec(params.file ?? "");
  const image = name ? await ogImage(name[1] ?? null, context.now) : null;
  if (!image) throw notFound();
  const headers = {
    ETag: `"${image.sha256}"`,
    "Cache-Control": new URL(request.url).searchParams.has("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
  };
  if (request.headers.get("If-None-Match")?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(image.bytes), {
    headers: { ...headers, "Content-Type": "image/png", "Content-Length": String(image.bytes.byteLength) },
  });
}
