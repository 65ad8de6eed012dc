import { currentRevision } from "#app/features/catalogue/courses.server.ts";
import { onPaper } from "#app/features/catalogue/lesson-on-paper.ts";
import { figureNames } from "#app/features/catalogue/lesson-parts.ts";
import { lessonSheets } from "#app/features/learning/lesson-sheets.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { drawFigures } from "#app/ui/figures/drawings.server.tsx";
import { type Door, insideCourse, required } from "./enter.server.ts";

/** What is to be printed: the title above it, and its lessons in order. Null for what this edition does not have. */
type Choice = (
  modules: Awaited<ReturnType<typeof currentRevision>>["compiled"]["modules"],
) => { title: string; lessonIds: string[] } | null;

/**
 * Lessons as a sheet to print, behind the same gate as the lessons and with the same discussions left out. Printing is no visit: it
 * opens nothing and finishes nothing. The learner's own texts come along only when asked for.
 */
export async function printSheet(door: Door, choose: Choice) {
  const { learner, slug, access } = await insideCourse(door);
  const { compiled } = await currentRevision(db, access.editionId);
  const choice = choose(compiled.modules);
  if (!choice) throw notFound();
  const url = new URL(door.request.url);
  const texts = url.searchParams.has("texts");
  const sheets = await lessonSheets(learner, choice.lessonIds, { texts });
  if (sheets.length === 0) throw notFound();
  const cited = new Set(sheets.flatMap(({ lesson }) => lesson.cited));
  const terms = sheets.flatMap(({ lesson }) => lesson.terms ?? []);
  const total = compiled.modules.reduce((sum, module) => sum + module.lessons.length, 0);
  return {
    slug,
    title: choice.title,
    course: compiled.title,
    edition: compiled.edition,
    texts,
    printedAt: door.context.now,
    address: `${env().origin}${paths.learnCourse(slug)}${url.pathname.slice(paths.learnCourse(slug).length)}`,
    lessons: sheets.map((sheet) => ({ ...sheet, lesson: onPaper(sheet.lesson, slug), total })),
    drawings: drawFigures(sheets.flatMap(({ lesson }) => figureNames(lesson))),
    references: [...cited].flatMap((key) => compiled.references[key] ?? []),
    terms: terms.filter(({ id }, place) => terms.findIndex((other) => other.id === id) === place),
  };
}

export type PrintSheet = Awaited<ReturnType<typeof printSheet>>;
export type SheetLesson = PrintSheet["lessons"][number];

/** One lesson, by the id in the address. */
export function lessonSheet(door: Door) {
  const lessonId = required(door.params.lessonId);
  return printSheet(door, (modules) => {
    const lesson = modules.flatMap((module) => module.lessons).find(({ id }) => id === lessonId);
    return lesson ? { title: lesson.title, lessonIds: [lesson.id] } : null;
  });
}

/** All lessons of a module, by the id in the address. */
export function moduleSheet(door: Door) {
  const moduleId = required(door.params.moduleId);
  return printSheet(door, (modules) => {
    const module = modules.find(({ id }) => id === moduleId);
    return module ? { title: module.title, lessonIds: module.lessons.map(({ id }) => id) } : null;
  });
}
