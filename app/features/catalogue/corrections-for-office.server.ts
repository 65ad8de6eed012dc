import { db } from "#app/platform/db.server.ts";
import { besideFolder } from "./compile/included.ts";
import type { CourseFiles } from "./compile/problems.ts";
import type { Claim, CompiledCourse } from "./compiled.ts";
import { type FolderStanding, folderStanding } from "./correction-files.server.ts";
import { courseTitles } from "./courses.server.ts";
import { compareEditions } from "./editions.ts";
import { storedCourse } from "./stored-form.ts";
import { unifiedPatch } from "./unified-patch.ts";

export interface CorrectableEdition {
  slug: string;
  title: string;
  edition: string;
  revision: number;
  modules: { title: string; from: { slug: string; title: string } | null; lessons: { id: string; title: string }[] }[];
}

/** The newest text of every edition in use, with its lessons; a course's newest edition first. @param slug of one course only */
export async function correctableEditions(slug?: string): Promise<CorrectableEdition[]> {
  const rows = await db.$queryRaw<
    (Pick<CorrectableEdition, "slug" | "title" | "edition" | "revision"> & Pick<CompiledCourse, "modules">)[]
  >`
    select distinct on (edition.course_slug, edition.id) edition.course_slug as slug, compiled->>'title' as title, edition.number as edition,
      revision, compiled->'modules' as modules
    from edition_revision join edition on edition.id = edition_id
    where edition.state <> 'retired' and (${slug ?? null}::text is null or edition.course_slug = ${slug ?? null})
    order by edition.course_slug, edition.id, revision desc`;
  return rows
    .toSorted((left, right) => left.slug.localeCompare(right.slug) || compareEditions(right.edition, left.edition))
    .map(({ modules, ...edition }) => ({
      ...edition,
      modules: modules.map(({ title, from, lessons }) => ({
        title,
        from: from ?? null,
        lessons: lessons.map((lesson) => ({ id: lesson.id, title: lesson.title })),
      })),
    }));
}

/** A claim a sentence may rest on. */
export interface CitableClaim extends Pick<Claim, "id" | "text" | "verdict"> {
  /** whether the lesson speaks of it already */
  inLesson: boolean;
}

/** What a sentence of this lesson can be made to rest on, its own claims first; what nobody supports is never cited as a fact. */
export async function citableClaims(slug: string, edition: string, lessonId: string): Promise<CitableClaim[]> {
  const row = await db.editionRevision.findFirst({
    where: { edition: { courseSlug: slug, number: edition } },
    orderBy: { revision: "desc" },
    select: { compiled: true },
  });
  if (!row) return [];
  return Object.values(storedCourse(row.compiled).claims)
    .filter(({ verdict }) => verdict !== "U")
    .map(({ id, text, verdict, lessons }) => ({ id, text, verdict, inLesson: lessons.includes(lessonId) }))
    .sort((left, right) => Number(right.inLesson) - Number(left.inLesson) || left.id.localeCompare(right.id));
}

export interface MadeRevision {
  id: string;
  slug: string;
  title: string;
  edition: string;
  revision: number;
  author: string;
  reason: string;
  material: boolean;
  publishedAt: Date;
  /** how the course's files stand to it now; null for a first revision, which corrects nothing */
  folder: FolderStanding | null;
  /** revisions other courses got with it, because they include one of its modules */
  along: { slug: string; title: string; edition: string; revision: number }[];
}

const revisionSelect = { id: true, author: true, reason: true, material: true, publishedAt: true, source: true } as const;

async function stored(slug: string, edition: string, revision: number) {
  const where = (number: number) => ({ revision: number, edition: { courseSlug: slug, number: edition } });
  const row = await db.editionRevision.findFirst({ where: where(revision), select: revisionSelect });
  if (!row) return null;
  const before = await db.editionRevision.findFirst({ where: where(revision - 1), select: { source: true } });
  const { source, ...facts } = row;
  return { facts, after: source as unknown as CourseFiles, before: before && (before.source as unknown as CourseFiles) };
}

/** A revision as it was made, and how the files in `folder` stand to it; null for one that is none. */
export async function madeRevision(slug: string, edition: string, revision: number, folder: string): Promise<MadeRevision | null> {
  const found = await stored(slug, edition, revision);
  if (!found) return null;
  const { facts, before, after } = found;
  // Stored in one transaction, they carry one moment.
  const together = await db.editionRevision.findMany({
    where: { publishedAt: facts.publishedAt, reason: facts.reason, id: { not: facts.id }, edition: { courseSlug: { not: slug } } },
    select: { revision: true, source: true, edition: { select: { courseSlug: true, number: true } } },
  });
  const including = together.filter(({ source }) => `${besideFolder(slug)}course.yaml` in (source as unknown as CourseFiles));
  const titles = await courseTitles(db, [slug, ...including.map((other) => other.edition.courseSlug)]);
  return {
    ...facts,
    slug,
    title: titles[slug] ?? slug,
    edition,
    revision,
    folder: before ? await folderStanding(folder, { slug, before, after }) : null,
    along: including.map((other) => ({
      slug: other.edition.courseSlug,
      title: titles[other.edition.courseSlug] ?? other.edition.courseSlug,
      edition: other.edition.number,
      revision: other.revision,
    })),
  };
}

/** What a revision changed in the course's own files, as a patch; null for one that is none or the first. */
export async function revisionPatch(slug: string, edition: string, revision: number): Promise<string | null> {
  const found = await stored(slug, edition, revision);
  if (!found?.before) return null;
  const own = (files: CourseFiles) => Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith("../")));
  return unifiedPatch(own(found.before), own(found.after), `courses/${slug}/`);
}
