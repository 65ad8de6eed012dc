import { dataKeyOf } from "#app/features/accounts/data-key.server.ts";
import type { CompiledLesson } from "#app/features/catalogue/compiled.ts";
import { withoutDiscussions } from "#app/features/catalogue/lesson-parts.ts";
import { db } from "#app/platform/db.server.ts";
import type { Learner } from "./learner.ts";
import type { Writing } from "./lesson-view.ts";
import { openText } from "./writing.server.ts";

interface SheetRow {
  position: number;
  minutes: number;
  content: CompiledLesson;
  handedIn: string[];
  sealed: { blockId: string; version: number; ciphertext: string; submittedAt: string | null; updatedAt: string }[];
}

export interface LessonSheet {
  /** discussions of cases left out until handed in */
  lesson: CompiledLesson;
  position: number;
  /** whole minutes, reading and writing together */
  minutes: number;
  /** empty unless asked for */
  writings: Writing[];
}

/**
 * Lessons as this learner may read them, in reading order, for paper; those the edition does not have are left out. One statement
 * however many lessons; what the learner wrote is read and opened only when asked for, with one more for the key.
 */
export async function lessonSheets(
  { personId, enrolmentId }: Learner,
  lessonIds: readonly string[],
  { texts }: { texts: boolean },
): Promise<LessonSheet[]> {
  const rows = await db.$queryRaw<SheetRow[]>`
    select lesson.position, lesson.minutes, lesson.content,
      array(select block_id from writing where enrolment_id = enrolment.id and submitted_at is not null) as "handedIn",
      (select coalesce(json_agg(json_build_object('blockId', block_id, 'version', version, 'ciphertext', encode(ciphertext, 'base64'),
          'submittedAt', submitted_at, 'updatedAt', updated_at)), '[]')
        from writing where ${texts}::boolean and enrolment_id = enrolment.id and (lesson_id = lesson.lesson_id or block_id in (
          select asked #>> '{}' from jsonb_path_query(lesson.content, '$.steps[*].blocks[*] ? (@.kind == "reflection" || @.kind == "case").id') asked))) as sealed
    from enrolment
      join lateral (select id from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1) revision on true
      join revision_lesson lesson on lesson.revision_id = revision.id and lesson.lesson_id = any(${[...lessonIds]}::text[])
    where enrolment.id = ${enrolmentId}::uuid and enrolment.person_id = ${personId}::uuid
    order by lesson.position`;
  const written = rows.some(({ sealed }) => sealed.length > 0);
  const key = written ? (await dataKeyOf(db, personId)).key : null;
  return rows.map(({ content, handedIn, sealed, position, minutes }) => ({
    lesson: withoutDiscussions(content, new Set(handedIn)),
    position,
    minutes,
    writings: key ? sealed.map((each) => opened(key, enrolmentId, each)) : [],
  }));
}

function opened(key: Buffer, enrolmentId: string, { ciphertext, submittedAt, updatedAt, ...rest }: SheetRow["sealed"][number]): Writing {
  return {
    ...rest,
    text: openText(key, Buffer.from(ciphertext, "base64"), enrolmentId, rest.blockId),
    submittedAt: submittedAt ? new Date(submittedAt) : null,
    savedAt: new Date(updatedAt),
  };
}
