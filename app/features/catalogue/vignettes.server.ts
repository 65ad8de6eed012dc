import { db } from "#app/platform/db.server.ts";
import type { VignetteDefinition } from "./compiled.ts";

/** A vignette of a revision with its points and feedback: never to be sent to a browser as it is. Null when the revision has none such. */
export async function vignetteDefinition(revisionId: string, vignetteId: string): Promise<VignetteDefinition | null> {
  const row = await db.revisionVignette.findUnique({
    where: { revisionId_vignetteId: { revisionId, vignetteId } },
    select: { definition: true },
  });
  return row ? (row.definition as unknown as VignetteDefinition) : null;
}
