import type { LoaderFunctionArgs } from "@remix-run/node";
import { revisionPatch } from "#app/features/catalogue/corrections-for-office.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";

/** What a revision changed, as a patch for the files of the course. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const { slug = "", edition = "", revision = "" } = params;
  const patch = /^\d{1,6}$/.test(revision) ? await revisionPatch(slug, edition, Number(revision)) : null;
  if (patch === null) throw notFound();
  return new Response(patch, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-${edition}-${revision}.patch"`,
      "Cache-Control": "private, no-store",
    },
  });
}
