import { dataKeyOf } from "#app/features/accounts/data-key.server.ts";
import type { CompiledLesson } from "#app/features/catalogue/compiled.ts";
import { db } from "#app/platform/db.server.ts";
import type { Learner } from "./learner.ts";
import { inReadingOrder } from "./own-texts.ts";
import { openText } from "./writing.server.ts";

const textSelect = {
  lessonId: true,
  blockId: true,
  kind: true,
  ciphertext: true,
  submittedAt: true,
  updatedAt: true,
} as const;

export type OwnTexts = { courseTitle: string } & ReturnType<typeof inReadingOrder>;

/** Everything this learner wrote in this course, opened, in reading order. For their own eyes: never call it for anybody else. */
export async function ownTexts({ personId, enrolmentId }: Learner): Promise<OwnTexts> {
  const sealed = await db.writing.findMany({ where: { enrolmentId, enrolment: { personId } }, select: textSelect });
  const [about] = await db.$queryRaw<{ title: string; lessons: (CompiledLesson & { position: number })[] }[]>`
    select revision.compiled->>'title' as title, (
      select coalesce(jsonb_agg(lesson.content || jsonb_build_object('position', lesson.position) order by lesson.position), '[]')
      from revision_lesson lesson
      where lesson.revision_id = revision.id and lesson.lesson_id = any(${[...new Set(sealed.map(({ lessonId }) => lessonId))]}::text[])) as lessons
    from enrolment
      join lateral (select id, compiled from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1) revision on true
    where enrolment.id = ${enrolmentId}::uuid and enrolment.person_id = ${personId}::uuid`;
  if (!about) throw new Error(`There is no enrolment ${enrolmentId} of this person.`);
  if (sealed.length === 0) return { courseTitle: about.title, lessons: [], elsewhere: [] };
  const { key } = await dataKeyOf(db, personId);
  const texts = sealed.map(({ ciphertext, updatedAt, ...row }) => ({
    ...row,
    text: openText(key, ciphertext, enrolmentId, row.blockId),
    savedAt: updatedAt,
  }));
  return { courseTitle: about.title, ...inReadingOrder(about.lessons, texts) };
}
