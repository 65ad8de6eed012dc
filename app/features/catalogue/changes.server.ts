import { db } from "#app/platform/db.server.ts";
import { type Part, type PartChanges, partChanges, type RequirementChange, requirementChanges } from "./changes.ts";
import type { Requirement } from "./compiled.ts";
import { compareEditions, editionToShow } from "./editions.ts";
import { textRead } from "./review.ts";
import type { Reviewer } from "./review-words.ts";

export interface RevisionChange {
  revision: number;
  publishedAt: Date;
  author: string;
  reason: string;
  material: boolean;
  /** since the revision before; null for the very first text */
  lessons: PartChanges | null;
  tests: PartChanges | null;
}

export interface EditionChange {
  number: string;
  /** the one a visitor is shown now */
  shown: boolean;
  retiredAt: Date | null;
  reviewer: Reviewer | null;
  /** since the edition before; null for the first */
  requirements: RequirementChange[] | null;
  /** newest first */
  revisions: RevisionChange[];
}

export interface CourseChanges {
  slug: string;
  title: string;
  /** newest first */
  editions: EditionChange[];
}

/**
 * What was changed in a course, from edition to edition and from revision to revision; null for a course that is not shown. An edition that
 * is still being made, newer than the one shown, is nobody's business yet.
 */
export async function courseChanges(slug: string): Promise<CourseChanges | null> {
  const rows = await db.edition.findMany({
    where: { courseSlug: slug },
    select: {
      id: true,
      number: true,
      state: true,
      reviewerName: true,
      reviewerQualification: true,
      reviewedAt: true,
      retiredAt: true,
      requirements: true,
    },
  });
  const shown = editionToShow(rows);
  if (!shown) return null;
  const editions = rows
    .filter(({ number }) => compareEditions(number, shown.number) <= 0)
    .sort((left, right) => compareEditions(left.number, right.number));
  const revisions = await revisionsOf(editions.map(({ id }) => id));
  const texts = await withForms(editions.flatMap(({ id }) => revisions.filter(({ editionId }) => editionId === id)));
  const title = texts.findLast(({ editionId }) => editionId === shown.id)?.title ?? slug;
  const changes = editions.map((edition, place): EditionChange => {
    const { id, number, retiredAt, requirements } = edition;
    const before = editions[place - 1];
    return {
      number,
      shown: id === shown.id,
      retiredAt,
      reviewer: reviewerOf(edition, texts),
      requirements: before ? requirementChanges(requirementsIn(before), requirementsIn({ requirements })) : null,
      revisions: texts.flatMap((text, index) => (text.editionId === id ? [revisionChange(text, texts[index - 1])] : [])).reverse(),
    };
  });
  return { slug, title, editions: changes.reverse() };
}

interface ReviewedEdition {
  id: string;
  reviewerName: string | null;
  reviewerQualification: string | null;
  reviewedAt: Date | null;
}

function reviewerOf(
  { id, reviewerName: name, reviewerQualification, reviewedAt: date }: ReviewedEdition,
  texts: StoredText[],
): Reviewer | null {
  if (!name) return null;
  const own = texts.filter(({ editionId }) => editionId === id);
  return { name, qualification: reviewerQualification ?? "", date, read: date && textRead(own, date) };
}

const requirementsIn = ({ requirements }: { requirements: unknown }) => requirements as Requirement[];

interface StoredText extends Omit<RevisionChange, "lessons" | "tests"> {
  id: string;
  editionId: string;
  title: string;
  lessonParts: StoredPart[];
  testParts: StoredPart[];
}

function revisionChange(text: StoredText, before: StoredText | undefined): RevisionChange {
  const { revision, publishedAt, author, reason, material } = text;
  const compare = (was: StoredPart[], is: StoredPart[]) => {
    const known = [...was, ...is].every(hasSource);
    return partChanges(marked(was, known), marked(is, known));
  };
  return {
    revision,
    publishedAt,
    author,
    reason,
    material,
    lessons: before ? compare(before.lessonParts, text.lessonParts) : null,
    tests: before ? compare(before.testParts, text.testParts) : null,
  };
}

interface StoredPart {
  id: string;
  title: string;
  /** of the part's own source; empty where it was published before that was kept */
  source: string;
  /** of what was compiled from it; asked only where a source is missing */
  form?: string;
}

const hasSource = ({ source }: StoredPart) => source !== "";

const marked = (parts: readonly StoredPart[], bySource: boolean): Part[] =>
  parts.map(({ id, title, source, form }) => ({ id, title, mark: bySource ? source : (form ?? "") }));

/** The same texts, with the forms of those that are compared by them: to make one, the whole of a lesson is read. */
async function withForms(texts: StoredText[]): Promise<StoredText[]> {
  const isKnown = texts.map(({ lessonParts, testParts }) => [...lessonParts, ...testParts].every(hasSource));
  const compared = texts.filter((_text, index) => isKnown.slice(Math.max(0, index - 1), index + 2).includes(false));
  if (compared.length === 0) return texts;
  const ids = compared.map(({ id }) => id);
  const rows = await db.$queryRaw<{ revisionId: string; kind: "lesson" | "test"; id: string; form: string }[]>`
    select revision_id as "revisionId", 'lesson' as kind, lesson_id as id, md5(content::text) as form
    from revision_lesson where revision_id = any(${ids}::uuid[])
    union all
    select revision_id, 'test', test_id, md5(definition::text) from revision_test where revision_id = any(${ids}::uuid[])`;
  const forms = new Map(rows.map(({ revisionId, kind, id, form }) => [`${revisionId} ${kind} ${id}`, form]));
  const formed = (revisionId: string, kind: string, parts: StoredPart[]) =>
    parts.map((part) => ({ ...part, form: forms.get(`${revisionId} ${kind} ${part.id}`) ?? "" }));
  return texts.map((text) => ({
    ...text,
    lessonParts: formed(text.id, "lesson", text.lessonParts),
    testParts: formed(text.id, "test", text.testParts),
  }));
}

/** The revisions of these editions, oldest first, with a mark of each of their parts instead of its text. */
async function revisionsOf(editionIds: readonly string[]): Promise<StoredText[]> {
  return db.$queryRaw<StoredText[]>`
    select id, edition_id as "editionId", revision, author, reason, material, published_at as "publishedAt", compiled->>'title' as title,
      (select coalesce(json_agg(json_build_object('id', lesson_id, 'title', lesson.title, 'source', source_hash) order by position), '[]')
        from revision_lesson lesson where lesson.revision_id = edition_revision.id) as "lessonParts",
      (select coalesce(json_agg(json_build_object('id', test_id, 'title', definition->>'title', 'source', source_hash) order by test_id), '[]')
        from revision_test test where test.revision_id = edition_revision.id) as "testParts"
    from edition_revision
    where edition_id = any(${editionIds}::uuid[])
    order by revision`;
}
