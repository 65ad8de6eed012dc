import type { LoaderFunctionArgs } from "@remix-run/node";
import { logoImage } from "#app/features/catalogue/provider-logo.server.ts";
import { notFound } from "#app/http/guards.server.ts";

/** The provider's logo. An SVG is a document that could run scripts: opened by itself it may do nothing at all. */
export async function loader({ request }: LoaderFunctionArgs) {
  const logo = await logoImage();
  if (!logo) throw notFound();
  const headers = {
    ETag: `"${logo.sha256}"`,
    "Cache-Control": new URL(request.url).searchParams.has("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers.get("If-None-Match")?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(logo.bytes), {
    headers: { ...headers, "Content-Type": logo.mediaType, "Content-Length": String(logo.bytes.byteLength) },
  });
}
