import { enrolmentsOf } from "#app/features/enrolment/access.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * Whether there is a lesson this person can read on in: of a course that is open to them, begun and not complete, and not finished
 * yet. One statement for who follows nothing, two for others; changes nothing.
 */
export async function canReadOn(personId: string, now: Date): Promise<boolean> {
  const open = (await enrolmentsOf(db, personId, now)).filter(({ access, begunAt }) => access.state === "active" && begunAt !== null);
  if (open.length === 0) return false;
  const ids = open.map(({ enrolmentId }) => enrolmentId);
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    select exists (
      select 1 from enrolment
        join lateral (select id from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1) revision on true
        join revision_lesson lesson on lesson.revision_id = revision.id
      where enrolment.id = any(${ids}::uuid[])
        and not exists (select 1 from completion where enrolment_id = enrolment.id)
        and not exists (select 1 from lesson_progress progress where progress.enrolment_id = enrolment.id
          and progress.lesson_id = lesson.lesson_id and progress.finished_at is not null)) as found`;
  return row?.found ?? false;
}
