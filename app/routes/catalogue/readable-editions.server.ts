import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { enrolmentsOf } from "#app/features/enrolment/access.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * The editions whose lessons are open to this visitor: of each course the one that the gate would choose (the newest enrolment that gives
 * access), and only once it is begun.
 */
export async function readableEditions({ viewer, now }: { viewer: Pick<Viewer, "id"> | null; now: Date }): Promise<string[]> {
  if (!viewer) return [];
  const open = (await enrolmentsOf(db, viewer.id, now)).filter(({ access }) => access.state === "active");
  const chosen = open.filter(({ courseSlug }, index) => open.findIndex((other) => other.courseSlug === courseSlug) === index);
  return chosen.flatMap(({ begunAt, editionId }) => (begunAt ? [editionId] : []));
}
