import type { CompiledCourse } from "#app/features/catalogue/compiled.ts";
import { storedCourse } from "#app/features/catalogue/stored-form.ts";
import type { Tx } from "#app/platform/db.server.ts";

/** Where a piece of work stands that has a title and minutes of its own. */
export interface BlockSpot {
  id: string;
  title: string;
  lessonId: string;
  /** whole minutes, part of its lesson's */
  minutes: number;
}

/** A course as one published revision tells it, with where its cases and vignettes stand. */
export interface CourseMap {
  revisionId: string;
  course: CompiledCourse;
  cases: BlockSpot[];
  vignettes: BlockSpot[];
  /** by lesson; reckoned when this process first shows it */
  stepMinutes: Map<string, number[]>;
}

/** A published revision never changes but by a newer compiler, so a process may keep what it read. A few courses at a time. */
const LIMIT = 40;
const known = new Map<string, CourseMap>();

/** The map of a revision; read once a process and compiler version. Throws for an unknown revision. */
export async function courseMap(tx: Tx, { id, compilerVersion }: { id: string; compilerVersion: number }): Promise<CourseMap> {
  const key = `${id} ${compilerVersion}`;
  const kept = known.get(key);
  if (kept) return kept;
  const map = await readCourseMap(tx, id);
  const [oldest] = known.keys();
  if (known.size >= LIMIT && oldest !== undefined) known.delete(oldest);
  known.set(key, map);
  return map;
}

async function readCourseMap(tx: Tx, revisionId: string): Promise<CourseMap> {
  const [row] = await tx.$queryRaw<{ course: unknown; spots: (BlockSpot & { kind: "case" | "vignette" })[] }[]>`
    select compiled as course, (
      select coalesce(jsonb_agg(jsonb_build_object('kind', block->'kind', 'id', block->'id', 'title', block->'title', 'minutes', block->'minutes', 'lessonId', lesson.lesson_id) order by lesson.position), '[]')
      from revision_lesson lesson, jsonb_path_query(lesson.content, '$.steps[*].blocks[*] ? (@.kind == "case" || @.kind == "vignette")') block
      where lesson.revision_id = edition_revision.id) as spots
    from edition_revision where id = ${revisionId}::uuid`;
  if (!row) throw new Error(`There is no revision ${revisionId}.`);
  const spots = (asked: "case" | "vignette") => row.spots.filter(({ kind }) => kind === asked).map(({ kind: _kind, ...spot }) => spot);
  return { revisionId, course: storedCourse(row.course), cases: spots("case"), vignettes: spots("vignette"), stepMinutes: new Map() };
}

/** Lessons of a course in reading order, with the module each stands in. */
export function lessonsOf(course: CompiledCourse) {
  return course.modules.flatMap((module) => module.lessons.map((lesson) => ({ ...lesson, moduleId: module.id })));
}
