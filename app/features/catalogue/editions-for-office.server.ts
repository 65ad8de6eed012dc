import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { CompiledCourse } from "./compiled.ts";
import { compareEditions, type EditionState } from "./editions.ts";
import { offersInForce } from "./prices.server.ts";
import { type Provisional, provisionalSources } from "./provisional.ts";
import { textRead } from "./review.ts";

const revisionSelect = {
  revision: true,
  author: true,
  reason: true,
  material: true,
  publishedAt: true,
} as const satisfies Prisma.EditionRevisionSelect;
const editionSelect = {
  number: true,
  state: true,
  reviewerName: true,
  reviewerQualification: true,
  reviewedAt: true,
  onSaleAt: true,
  retiredAt: true,
  revisions: { orderBy: { revision: "desc" }, select: revisionSelect },
  _count: { select: { enrolments: true } },
} as const satisfies Prisma.EditionSelect;

type EditionRow = Prisma.EditionGetPayload<{ select: typeof editionSelect }>;

export interface OfficeEdition extends Omit<EditionRow, "state" | "_count"> {
  state: EditionState;
  enrolled: number;
  /** what its current text rests on that is not certain enough for real money */
  provisional: Provisional[];
  /** published after the review, newest first: what the reviewer has not seen */
  sinceReview: number[];
}

export interface OfficeCourse {
  slug: string;
  title: string;
  /** whether a price is in force: without one nothing is sold */
  priced: boolean;
  /** newest first */
  editions: OfficeEdition[];
  problems: { file: string; line: number; message: string; advice: string }[];
}

const problemSelect = { courseSlug: true, file: true, line: true, message: true, advice: true } as const;

/** of provider.yaml and help-lines.yaml; no course */
const SITE = "site";

/**
 * Every course with every edition, retired ones too, and what the last publishing found wrong in it. A course that was never published
 * because of its mistakes is there too, without an edition.
 */
export async function officeCourses(now: Date): Promise<OfficeCourse[]> {
  const [courses, problems] = await Promise.all([
    db.course.findMany({ orderBy: { slug: "asc" }, select: { slug: true, editions: { select: editionSelect } } }),
    db.courseProblem.findMany({ orderBy: [{ file: "asc" }, { line: "asc" }], select: problemSelect }),
  ]);
  const known = new Set([SITE, ...courses.map(({ slug }) => slug)]);
  const unpublished = [...new Set(problems.map(({ courseSlug }) => courseSlug))].filter((slug) => !known.has(slug));
  return officeCoursesOf([...courses, ...unpublished.map((slug) => ({ slug, editions: [] }))], problems, now);
}

/** One course as the office sees it, one that was never published because of its mistakes too; null for an unknown slug. */
export async function officeCourse(slug: string, now: Date): Promise<OfficeCourse | null> {
  const [course, problems] = await Promise.all([
    db.course.findUnique({ where: { slug }, select: { slug: true, editions: { select: editionSelect } } }),
    db.courseProblem.findMany({ where: { courseSlug: slug }, orderBy: [{ file: "asc" }, { line: "asc" }], select: problemSelect }),
  ]);
  if (!course && (problems.length === 0 || slug === SITE)) return null;
  const [found] = await officeCoursesOf([course ?? { slug, editions: [] }], problems, now);
  return found ?? null;
}

interface CourseRow {
  slug: string;
  editions: EditionRow[];
}

type ProblemRow = OfficeCourse["problems"][number] & { courseSlug: string };

/** The texts and prices of all of them at once, however many there are. */
async function officeCoursesOf(courses: readonly CourseRow[], problems: readonly ProblemRow[], now: Date): Promise<OfficeCourse[]> {
  const [texts, offers] = await Promise.all([currentTexts(courses.map(({ slug }) => slug)), offersInForce(db, now)]);
  return courses.map(({ slug, editions }) => {
    const ofCourse = new Map(texts.filter(({ courseSlug }) => courseSlug === slug).map((text) => [text.number, text]));
    const own = problems.filter(({ courseSlug }) => courseSlug === slug);
    return { slug, priced: offers.has(slug), problems: own, ...shownEditions(slug, editions, ofCourse, now) };
  });
}

function shownEditions(
  slug: string,
  rows: readonly EditionRow[],
  texts: ReadonlyMap<string, CurrentText>,
  now: Date,
): Pick<OfficeCourse, "title" | "editions"> {
  const newestFirst = rows.toSorted((left, right) => compareEditions(right.number, left.number));
  const editions = newestFirst.map(({ state, _count, ...edition }) => {
    const text = texts.get(edition.number);
    const { reviewedAt } = edition;
    return {
      ...edition,
      state: state as EditionState,
      enrolled: _count.enrolments,
      provisional: text ? provisionalSources(text, now) : [],
      sinceReview: reviewedAt ? textRead(edition.revisions, reviewedAt).later.toReversed() : [],
    };
  });
  const newest = newestFirst[0];
  return { title: (newest && texts.get(newest.number)?.title) ?? slug, editions };
}

type CurrentText = Pick<CompiledCourse, "title" | "references" | "claims">;

/** Of each edition's newest revision only what is looked at here. */
async function currentTexts(slugs: readonly string[]): Promise<({ courseSlug: string; number: string } & CurrentText)[]> {
  return db.$queryRaw`
    select distinct on (edition.id) edition.course_slug as "courseSlug", edition.number, compiled->>'title' as title, compiled->'references' as "references",
      coalesce(compiled->'claims', '{}') as claims
    from edition_revision join edition on edition.id = edition_id
    where edition.course_slug = any(${slugs}::text[])
    order by edition.id, revision desc`;
}
