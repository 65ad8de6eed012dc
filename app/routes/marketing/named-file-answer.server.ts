import type { NamedFile } from "#app/features/catalogue/named-file.server.ts";
import { notFound } from "#app/http/guards.server.ts";

/**
 * The answer to who asks for a picture whose address carries its version. Only the version that is served may be kept for ever: an
 * address with an older one, or with a newer one that this node does not have yet, would else hold the wrong picture for a year.
 * @throws 404 where there is none
 */
export function namedFileAnswer(request: Request, file: NamedFile | null, alsoSay: Record<string, string> = {}): Response {
  if (!file) throw notFound();
  const asked = new URL(request.url).searchParams.get("v");
  const headers = {
    ETag: `"${file.sha256}"`,
    "Cache-Control": asked === file.version ? "public, max-age=31536000, immutable" : "public, max-age=60",
    ...alsoSay,
  };
  if (request.headers.get("If-None-Match")?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(file.bytes), {
    headers: { ...headers, "Content-Type": file.mediaType, "Content-Length": String(file.bytes.byteLength) },
  });
}
