import type { Tx } from "#app/platform/db.server.ts";
import type { CompiledCourse, CompiledLesson } from "./compiled.ts";
import { entriesOf, vocabularyOf } from "./search-entries.ts";
import { storedCourse, storedLesson } from "./stored-form.ts";

/**
 * Makes a revision the text that its edition is searched in. Part of storing it, and of compiling it anew: done twice it changes nothing.
 * A revision that is not its edition's highest is what nobody reads any more, and is left out.
 */
export async function indexRevision(tx: Tx, revisionId: string, course: CompiledCourse, lessons: readonly CompiledLesson[]): Promise<void> {
  const { edition } = await tx.editionRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { edition: { select: { id: true, revisions: { orderBy: { revision: "desc" }, take: 1, select: { id: true } } } } },
  });
  if (edition.revisions[0]?.id !== revisionId) return;
  await tx.searchEntry.deleteMany({ where: { editionId: edition.id } });
  await tx.searchWord.deleteMany({ where: { editionId: edition.id } });
  const entries = entriesOf(course, lessons);
  // Whole lists in one statement each: a course has more rows than a statement may have values.
  await tx.$executeRaw`
    insert into search_entry
      (revision_id, position, edition_id, course_slug, course_title, kind, lesson_id, lesson_title, anchor, title, body, open)
    select ${revisionId}::uuid, position, ${edition.id}::uuid, ${course.slug}, ${course.title}, entry->>'kind', entry->>'lessonId',
      entry->>'lessonTitle', entry->>'anchor', entry->>'title', entry->>'body', (entry->>'open')::boolean
    from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) with ordinality as list (entry, position)`;
  await tx.$executeRaw`
    insert into search_word (revision_id, edition_id, plain, word, entries, open_entries)
    select ${revisionId}::uuid, ${edition.id}::uuid, plain, word, entries, "openEntries"
    from jsonb_to_recordset(${JSON.stringify(vocabularyOf(entries))}::jsonb) as word (plain text, word text, entries int, "openEntries" int)`;
}

/** Indexes what was published before there was a search: every edition whose highest revision has no entries. */
export async function indexMissing(tx: Tx): Promise<void> {
  const missing = await tx.$queryRaw<{ id: string }[]>`
    select id from (select distinct on (edition_id) id from edition_revision order by edition_id, revision desc) as newest
    where not exists (select from search_entry where search_entry.revision_id = newest.id)`;
  for (const { id } of missing) {
    const { compiled, lessons } = await tx.editionRevision.findUniqueOrThrow({
      where: { id },
      select: { compiled: true, lessons: { orderBy: { position: "asc" }, select: { content: true } } },
    });
    await indexRevision(
      tx,
      id,
      storedCourse(compiled),
      lessons.map(({ content }) => storedLesson(content)),
    );
  }
}
