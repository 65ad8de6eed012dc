import { db, type Tx } from "#app/platform/db.server.ts";
import { type AccreditationStanding, type CoveredEdition, coveredEditions, type ShownText, standingOf } from "./accreditations.ts";
import type { CompiledCourse, CompiledLesson, Reference, TestDefinition } from "./compiled.ts";
import { type EditionState, editionToShow, maySell, type SalesMode } from "./editions.ts";
import type { LessonAims } from "./outcome-groups.ts";
import { offerInForce, type PricedOffer } from "./prices.server.ts";
import { type Provisional, provisionalSources } from "./provisional.ts";
import { textRead } from "./review.ts";
import type { Reviewer } from "./review-words.ts";
import { storedCourse, storedLesson } from "./stored-form.ts";

const editionSelect = { id: true, number: true, state: true, reviewerName: true, reviewerQualification: true, reviewedAt: true } as const;

/** The text an edition has now: its highest declared revision. @throws when the edition has none, which publishing rules out */
export async function currentRevision(tx: Tx, editionId: string): Promise<{ revisionId: string; compiled: CompiledCourse }> {
  const row = await tx.editionRevision.findFirst({
    where: { editionId },
    orderBy: { revision: "desc" },
    select: { id: true, compiled: true },
  });
  if (!row) throw new Error(`Edition ${editionId} has no revision.`);
  return { revisionId: row.id, compiled: storedCourse(row.compiled) };
}

export interface CourseAccreditation {
  register: string;
  peCourseId: string | null;
  /** hundredths of a point */
  pointsHundredth: number;
  category: string;
  status: string;
  validFrom: Date | null;
  validTo: Date | null;
  editionsCovered: CoveredEdition[];
  /** now, for the text shown */
  standing: AccreditationStanding;
}

export interface CoursePage {
  course: CompiledCourse;
  editionId: string;
  editionState: EditionState;
  reviewer: Reviewer | null;
  revisionId: string;
  /** what its text rests on that is not certain enough for real money */
  provisional: Provisional[];
  offer: PricedOffer | null;
  accreditations: CourseAccreditation[];
}

async function shownEdition(slug: string) {
  return editionToShow(await db.edition.findMany({ where: { courseSlug: slug }, select: editionSelect }));
}

/** Everything a buyer asks about a course, or null when there is none to show. */
export async function coursePage(slug: string, now: Date): Promise<CoursePage | null> {
  const edition = await shownEdition(slug);
  if (!edition) return null;
  const { revisionId, compiled } = await currentRevision(db, edition.id);
  const [offer, accreditations, reviewer] = await Promise.all([
    offerInForce(db, slug, now),
    accreditationsOf(db, slug, compiled, now),
    reviewerOf(edition),
  ]);
  return {
    course: compiled,
    editionId: edition.id,
    editionState: edition.state as EditionState,
    reviewer,
    revisionId,
    provisional: provisionalSources(compiled, now),
    offer,
    accreditations,
  };
}

type ReviewedEdition = NonNullable<Awaited<ReturnType<typeof shownEdition>>>;

async function reviewerOf({ id, reviewerName: name, reviewerQualification, reviewedAt: date }: ReviewedEdition): Promise<Reviewer | null> {
  if (!name) return null;
  const texts = date ? await db.editionRevision.findMany({ where: { editionId: id }, select: { revision: true, publishedAt: true } }) : [];
  return { name, qualification: reviewerQualification ?? "", date, read: date && textRead(texts, date) };
}

/** What each lesson of a revision works towards, in the order of the course. */
export async function lessonAims(revisionId: string): Promise<LessonAims[]> {
  return db.$queryRaw<LessonAims[]>`
    select module_id as "moduleId", content->'outcomes' as outcomes from revision_lesson where revision_id = ${revisionId}::uuid order by position`;
}

/** Every recognition of a course, newest first, each with how it stands at `now` for `text`. */
export async function accreditationsOf(tx: Tx, courseSlug: string, text: ShownText, now: Date): Promise<CourseAccreditation[]> {
  const rows = await tx.accreditation.findMany({
    where: { courseSlug },
    orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }],
    select: {
      register: true,
      peCourseId: true,
      pointsHundredth: true,
      category: true,
      status: true,
      validFrom: true,
      validTo: true,
      editionsCovered: true,
    },
  });
  return rows.map((row) => {
    const accreditation = { ...row, editionsCovered: coveredEditions(row.editionsCovered) };
    return { ...accreditation, standing: standingOf(accreditation, text, now) };
  });
}

/** A lesson anyone may read whole, with its course; null for a lesson that is not such a one. */
export async function previewLesson(slug: string, lessonId: string): Promise<{ course: CompiledCourse; lesson: CompiledLesson } | null> {
  const edition = await shownEdition(slug);
  if (!edition) return null;
  const { revisionId, compiled } = await currentRevision(db, edition.id);
  const row = await db.revisionLesson.findFirst({ where: { revisionId, lessonId, preview: true }, select: { content: true } });
  return row ? { course: compiled, lesson: storedLesson(row.content) } : null;
}

/** A lesson of a revision, whole, discussions included. Whether someone may read it is enrolment's answer, not this one's. */
export async function lessonContent(revisionId: string, lessonId: string): Promise<CompiledLesson | null> {
  const row = await db.revisionLesson.findUnique({ where: { revisionId_lessonId: { revisionId, lessonId } }, select: { content: true } });
  return row ? storedLesson(row.content) : null;
}

/** A test of a revision with its right answers: never to be sent to a browser as it is. */
export async function testDefinition(revisionId: string, testId: string): Promise<TestDefinition | null> {
  const row = await db.revisionTest.findUnique({ where: { revisionId_testId: { revisionId, testId } }, select: { definition: true } });
  return row ? (row.definition as unknown as TestDefinition) : null;
}

/** The sources of these keys, in that order; unknown keys are left out. */
export function referencesOf(course: CompiledCourse, keys: readonly string[]): Reference[] {
  return keys.flatMap((key) => course.references[key] ?? []);
}

/** Whether the page may offer the edition it shows for money in this mode. */
export function isForSale(page: CoursePage, mode: SalesMode): boolean {
  return (
    page.offer !== null &&
    maySell({ number: page.course.edition, state: page.editionState, reviewerName: page.reviewer?.name ?? null }, mode, page.provisional)
  );
}

/** The titles of these courses by slug, as their pages show them; a course without a page goes by its slug. */
export async function courseTitles(tx: Tx, slugs: readonly string[]): Promise<Record<string, string>> {
  const unique = [...new Set(slugs)];
  const editions = await tx.edition.findMany({
    where: { courseSlug: { in: unique } },
    select: { ...editionSelect, courseSlug: true },
  });
  const titles = unique.map(async (slug): Promise<[string, string]> => {
    const shown = editionToShow(editions.filter((edition) => edition.courseSlug === slug));
    return [slug, shown ? (await currentRevision(tx, shown.id)).compiled.title : slug];
  });
  return Object.fromEntries(await Promise.all(titles));
}

/** What the last publishing found wrong, for the office. */
export async function courseProblems() {
  return db.courseProblem.findMany({
    orderBy: [{ courseSlug: "asc" }, { file: "asc" }, { line: "asc" }],
    select: { courseSlug: true, file: true, line: true, message: true, advice: true, seenAt: true },
  });
}

/** The courses that have a page, with the lessons anyone may read and when their text was last published. */
export async function publicPages(): Promise<{ slug: string; publishedAt: Date; previews: string[] }[]> {
  const courses = await db.course.findMany({ orderBy: { slug: "asc" }, select: { slug: true, editions: { select: editionSelect } } });
  const pages = await Promise.all(
    courses.map(async ({ slug, editions }) => {
      const edition = editionToShow(editions);
      const revision = edition
        ? await db.editionRevision.findFirst({
            where: { editionId: edition.id },
            orderBy: { revision: "desc" },
            select: { publishedAt: true, lessons: { where: { preview: true }, orderBy: { position: "asc" }, select: { lessonId: true } } },
          })
        : null;
      return revision ? { slug, publishedAt: revision.publishedAt, previews: revision.lessons.map((lesson) => lesson.lessonId) } : null;
    }),
  );
  return pages.filter((page) => page !== null);
}

/** Whether there is any course to serve; what readiness asks. */
export async function anythingPublished(): Promise<boolean> {
  return (await db.editionRevision.findFirst({ select: { id: true } })) !== null;
}
