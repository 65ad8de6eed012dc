import type { CompiledCourse, CompiledLesson, Step } from "#app/features/catalogue/compiled.ts";
import { indexRevision } from "#app/features/catalogue/search-index.server.ts";
import { db } from "#app/platform/db.server.ts";

export interface Told {
  slug: string;
  edition?: string;
  state?: "draft" | "on-sale" | "retired";
  revision?: number;
  lessons: (Pick<CompiledLesson, "id" | "title"> & { preview?: boolean; steps: Step[] })[];
  glossary?: CompiledCourse["glossary"];
  sources?: { key: string; short: string; full: string }[];
}

export const prose = (id: string, title: string, html: string): Step => ({ id, title, blocks: [{ kind: "prose", html }] });

/** What an index is made of; the rest of a course is not its business. */
export function compiled({ slug, lessons, glossary = [], sources = [] }: Told): [CompiledCourse, CompiledLesson[]] {
  const course = {
    slug,
    title: `Over ${slug}`,
    glossary,
    references: Object.fromEntries(sources.map((source) => [source.key, { ...source, note: null }])),
    modules: [{ lessons: lessons.map(({ id, preview = false }) => ({ id, preview })) }],
  };
  return [
    course as unknown as CompiledCourse,
    lessons.map(({ id, title, steps }) => ({ id, title, summary: "", steps }) as unknown as CompiledLesson),
  ];
}

/** A published and indexed revision. @returns the id of its edition */
export async function publishTold(told: Told): Promise<string> {
  const { slug, edition: number = "2026.1", state = "on-sale", revision = 1 } = told;
  // Two editions of a course may be published at once; an upsert that finds nothing twice makes it twice.
  await db.course.createMany({ data: [{ slug, kind: "module" }], skipDuplicates: true });
  const edition = await db.edition.upsert({
    where: { courseSlug_number: { courseSlug: slug, number } },
    create: { courseSlug: slug, number, state, requirements: [], requirementsHash: "" },
    update: { state },
    select: { id: true },
  });
  const { id } = await db.editionRevision.create({
    data: {
      ...{ editionId: edition.id, revision, contentHash: `${slug} ${number} ${revision}`, author: "", reason: "" },
      ...{ source: {}, compiled: {}, compilerVersion: 1 },
    },
    select: { id: true },
  });
  await indexRevision(db, id, ...compiled(told));
  return edition.id;
}
