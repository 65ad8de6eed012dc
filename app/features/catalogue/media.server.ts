import { db } from "#app/platform/db.server.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { editionToShow } from "./editions.ts";

/**
 * Whether a lesson of this edition plays or shows the file. Any revision counts: a page opened before a correction was published
 * plays on. Whether someone may open the lesson is enrolment's answer, not this one's.
 */
export function editionPlays(editionId: string, lessonId: string, name: string): Promise<boolean> {
  return lessonPlays(Prisma.sql`revision.edition_id = ${editionId}::uuid and lesson.lesson_id = ${lessonId}`, name);
}

/** Whether a lesson that anyone may read plays or shows the file. */
export async function previewPlays(slug: string, lessonId: string, name: string): Promise<boolean> {
  const editions = await db.edition.findMany({
    where: { courseSlug: slug },
    select: { id: true, number: true, state: true, reviewerName: true },
  });
  const shown = editionToShow(editions);
  if (!shown) return false;
  const current = Prisma.sql`revision.revision = (select max(revision) from edition_revision where edition_id = ${shown.id}::uuid)`;
  return lessonPlays(
    Prisma.sql`revision.edition_id = ${shown.id}::uuid and ${current} and lesson.lesson_id = ${lessonId} and lesson.preview`,
    name,
  );
}

/** Asked for every few seconds that are played, so the text of the lesson stays in the database. The fields are those of `mediaOf`. */
async function lessonPlays(which: Prisma.Sql, name: string): Promise<boolean> {
  const [found] = await db.$queryRaw<{ plays: boolean }[]>`
    select exists (
      select 1 from revision_lesson lesson join edition_revision revision on revision.id = lesson.revision_id
      where ${which} and jsonb_path_exists(
        lesson.content,
        '$.steps[*].blocks[*] ? (@.kind == "video" || @.kind == "audio") ? (@.file == $name || @.captions == $name || @.poster == $name)',
        jsonb_build_object('name', ${name}::text))) as plays`;
  return found?.plays === true;
}
