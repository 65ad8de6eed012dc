import type { CompiledCourse, VignetteDefinition } from "#app/features/catalogue/compiled.ts";
import { currentRevision } from "#app/features/catalogue/courses.server.ts";
import { vignetteDefinition } from "#app/features/catalogue/vignettes.server.ts";
import { accessTo, type NoAccess } from "#app/features/enrolment/access.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Whose vignette: the person always comes from the session. */
export interface VignetteSeat {
  personId: string;
  slug: string;
  lessonId: string;
  vignetteId: string;
}

export interface OpenVignette {
  ok: true;
  personId: string;
  enrolmentId: string;
  revisionId: string;
  compiled: CompiledCourse;
  /** of the current revision; a run under way keeps its own */
  definition: VignetteDefinition;
}

export type VignetteRefusal = NoAccess | { ok: false; reason: "not-begun" | "unknown-vignette" };

/** The door to every vignette: the enrolment's gate, the explicit Begin, and a vignette that this lesson has. */
export async function openVignette(seat: VignetteSeat, now: Date): Promise<OpenVignette | VignetteRefusal> {
  const { personId, slug, lessonId, vignetteId } = seat;
  const access = await accessTo(db, personId, slug, now);
  if (!access.ok) return access;
  if (!access.begunAt) return { ok: false, reason: "not-begun" };
  const { revisionId, compiled } = await currentRevision(db, access.editionId);
  const definition = await vignetteDefinition(revisionId, vignetteId);
  if (definition?.lessonId !== lessonId) return { ok: false, reason: "unknown-vignette" };
  return { ok: true, personId, enrolmentId: access.enrolmentId, revisionId, compiled, definition };
}

/** The conversation as it was when this run began, whatever has been published since. */
export async function pinnedVignette(vignette: OpenVignette, revisionId: string): Promise<VignetteDefinition> {
  if (revisionId === vignette.revisionId) return vignette.definition;
  const definition = await vignetteDefinition(revisionId, vignette.definition.id);
  if (!definition) throw new Error(`Revision ${revisionId} has lost vignette ${vignette.definition.id}.`);
  return definition;
}
