import { db } from "#app/platform/db.server.ts";
import type { CompiledCourse } from "./compiled.ts";
import { inTeachingOrder } from "./course-order.ts";
import { editionToShow } from "./editions.ts";
import { breakable } from "./long-words.ts";
import { offersInForce, type PricedOffer } from "./prices.server.ts";

export interface CourseCard {
  slug: string;
  kind: CompiledCourse["kind"];
  /** its one name, in Dutch, whatever the reader's language */
  title: string;
  /** the same for a heading on a phone: long-words.ts */
  heading: string;
  /** what the name says, for who reads English; null for others, and where the course does not tell */
  titleMeans: string | null;
  /** in the reader's language where the course has it */
  summary: string;
  /** the language of the summary */
  language: "nl" | "en";
  level: string;
  /** net study minutes */
  minutes: number;
  lessons: number;
  /** the first lesson anyone may read */
  preview: string | null;
  /** registers it was made with an eye to; says nothing of accreditation */
  registers: string[];
  offer: PricedOffer | null;
}

/** The courses to show, in teaching order. Four queries, however many there are. */
export async function courseCards(now: Date, locale: "nl" | "en"): Promise<CourseCard[]> {
  const courses = await db.course.findMany({
    select: { slug: true, editions: { select: { id: true, number: true, state: true, reviewerName: true } } },
  });
  const shown = courses.flatMap(({ slug, editions }) => {
    const edition = editionToShow(editions);
    return edition ? [{ slug, editionId: edition.id }] : [];
  });
  const [texts, offers] = await Promise.all([currentTexts(shown.map(({ editionId }) => editionId)), offersInForce(db, now)]);
  const withText = shown.flatMap(({ slug, editionId }) => {
    const course = texts.get(editionId);
    return course ? [{ slug, course, kind: course.kind, title: course.title, includes: includedBy(course) }] : [];
  });
  return inTeachingOrder(withText).map(({ slug, course }) => cardOf(slug, course, offers.get(slug) ?? null, locale));
}

type CardText = Pick<
  CompiledCourse,
  "kind" | "title" | "titleEn" | "summary" | "summaryEn" | "level" | "studyLoad" | "modules" | "registersAimedAt"
>;

const includedBy = ({ modules }: CardText): string[] => modules.flatMap(({ from }) => (from ? [from.slug] : []));

function cardOf(slug: string, course: CardText, offer: PricedOffer | null, locale: "nl" | "en"): CourseCard {
  const english = locale === "en" && course.summaryEn !== null;
  const lessons = course.modules.flatMap((module) => module.lessons);
  return {
    slug,
    kind: course.kind,
    title: course.title,
    heading: breakable(course.title),
    titleMeans: locale === "en" ? course.titleEn : null,
    summary: english ? (course.summaryEn ?? course.summary) : course.summary,
    language: english ? "en" : "nl",
    level: course.level,
    minutes: course.studyLoad.total,
    lessons: lessons.length,
    preview: lessons.find((lesson) => lesson.preview)?.id ?? null,
    registers: course.registersAimedAt,
    offer,
  };
}

/** The highest revision of each edition, without what a card does not show: sources, claims and glossary are most of its weight. */
async function currentTexts(editionIds: readonly string[]): Promise<Map<string, CardText>> {
  const rows = await db.$queryRaw<{ edition: string; course: CardText }[]>`
    select distinct on (edition_id) edition_id as edition,
      compiled - 'references' - 'claims' - 'glossary' - 'questions' - 'readingList' as course
    from edition_revision
    where edition_id = any(${editionIds}::uuid[])
    order by edition_id, revision desc`;
  return new Map(rows.map(({ edition, course }) => [edition, course]));
}
