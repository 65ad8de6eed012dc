import type { VignetteRefusal, VignetteSeat } from "#app/features/assessment/open-vignette.server.ts";
import type { VignetteActions } from "#app/features/assessment/vignette-body.tsx";
import { notFound, requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { type Door, fromTheGate, required } from "./enter.server.ts";

/** The page of a vignette, whoever asks. */
export function vignettePlace({ params }: Pick<Door, "params">): string {
  return paths.vignette(required(params.slug), required(params.lessonId), required(params.vignetteId));
}

/** Who asks for which vignette; the verb itself asks the gate. */
export function vignetteSeat({ context, params, request }: Door): VignetteSeat {
  const viewer = requireViewer(context, request);
  return {
    personId: viewer.id,
    slug: required(params.slug),
    lessonId: required(params.lessonId),
    vignetteId: required(params.vignetteId),
  };
}

/** Where a scene of this vignette stands. */
export function scenePlace({ slug, lessonId, vignetteId }: VignetteSeat, sceneId: string): string {
  return paths.vignette(slug, lessonId, vignetteId, sceneId);
}

/** Where someone goes whom the door of a vignette refused. */
export function awayFromVignette(refusal: VignetteRefusal, slug: string): Response {
  return refusal.reason === "unknown-vignette" ? notFound() : fromTheGate(refusal.reason, slug);
}

/** The addresses of a vignette's forms. */
export function vignetteActions({ slug, lessonId, vignetteId }: VignetteSeat): VignetteActions {
  const page = paths.vignette(slug, lessonId, vignetteId);
  return { choose: `${page}/choose`, again: `${page}/again` };
}
