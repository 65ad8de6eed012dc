import { db } from "#app/platform/db.server.ts";
import type { CompiledCourse } from "./compiled.ts";
import { editionToShow } from "./editions.ts";
import { isPast } from "./provisional.ts";
import type { ListedClaim, ListedSource } from "./source-filter.ts";

/** A course as far as the list of sources names it. */
export interface SourcedCourse {
  slug: string;
  title: string;
}

type CourseText = Pick<CompiledCourse, "references" | "claims"> & SourcedCourse;

/**
 * Every source of the courses that are shown, by name, each once, with the claims of those courses that rest on it. What two courses say
 * of one source differently is taken from the course that was published last.
 */
export async function allSources(now: Date): Promise<{ courses: SourcedCourse[]; sources: ListedSource[] }> {
  const texts = await shownTexts();
  const sources = new Map<string, ListedSource>();
  for (const { slug, references, claims } of texts) {
    for (const { key, short, full, level, checked, checkedOn, reviewBy, note } of Object.values(references)) {
      const known = sources.get(key) ?? {
        ...{ key, short, full, level, checked, checkedOn, note },
        overdueSince: isPast(reviewBy, now) ? reviewBy : null,
        courses: [],
        claims: [],
      };
      known.courses.push(slug);
      sources.set(key, known);
    }
    for (const claim of Object.values(claims)) for (const key of claim.sources) addClaim(sources.get(key)?.claims, claim, slug);
  }
  return {
    courses: texts.map(({ slug, title }) => ({ slug, title })).sort((left, right) => left.title.localeCompare(right.title, "nl")),
    sources: [...sources.values()].sort((left, right) => left.short.localeCompare(right.short, "nl")),
  };
}

/** Courses may share a claim: the same id with the same words is one. */
function addClaim(claims: ListedClaim[] | undefined, { id, text, verdict, correction }: CompiledCourse["claims"][string], slug: string) {
  const known = claims?.find((one) => one.id === id && one.text === text);
  if (known) known.courses.push(slug);
  else claims?.push({ id, text, verdict, correction, courses: [slug] });
}

/** What the newest revision of each edition shown says of its sources; the course published last comes first. */
async function shownTexts(): Promise<CourseText[]> {
  const courses = await db.course.findMany({
    select: { editions: { select: { id: true, number: true, state: true, reviewerName: true } } },
  });
  const shown = courses.flatMap(({ editions }) => editionToShow(editions)?.id ?? []);
  return db.$queryRaw<CourseText[]>`
    select slug, title, "references", claims from (
      select distinct on (edition_id) compiled->>'slug' as slug, compiled->>'title' as title, compiled->'references' as "references",
        coalesce(compiled->'claims', '{}') as claims, published_at
      from edition_revision
      where edition_id = any(${shown}::uuid[])
      order by edition_id, revision desc) as text
    order by published_at desc, slug`;
}
