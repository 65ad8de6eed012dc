import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificateFile } from "#app/features/certificates/certificate-file.server.ts";
import { notFound, requireViewer } from "#app/http/guards.server.ts";

/** A person's own certificate as a file; to anyone else there is no such page. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const code = /^([0-9A-Z-]{4,40})\.pdf$/.exec(params.file ?? "")?.[1];
  const file = code ? await certificateFile(viewer.id, code) : null;
  if (!file) throw notFound();
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes.byteLength),
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
