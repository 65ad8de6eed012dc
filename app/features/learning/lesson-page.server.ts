import { dataKeyOf } from "#app/features/accounts/data-key.server.ts";
import type { CompiledLesson, Reference } from "#app/features/catalogue/compiled.ts";
import { withoutDiscussions } from "#app/features/catalogue/lesson-parts.ts";
import { HELP_LINES, type HelpLines } from "#app/features/catalogue/provider.server.ts";
import { storedLesson } from "#app/features/catalogue/stored-form.ts";
import { db, pool } from "#app/platform/db.server.ts";
import { courseMap } from "./course-map.server.ts";
import type { OutlineLesson, Writing } from "./lesson-view.ts";
import { openLesson } from "./progress.server.ts";
import { stepMinutes } from "./step-minutes.ts";
import { openText } from "./writing.server.ts";

/** How many lessons the outline shows, and how many of them before the current one: long courses stay as quick as short ones. */
const WINDOW = 30;
const BEFORE = 14;

interface LessonRow {
  revisionId: string;
  compilerVersion: number;
  position: number;
  minutes: number;
  content: unknown;
  openedAt: Date | null;
  finishedAt: Date | null;
  lastStepId: string | null;
  complete: boolean;
  finishedCount: number;
  outline: OutlineLesson[];
  helpLines: HelpLines | null;
  writings: { blockId: string; version: number; ciphertext: string; submittedAt: string | null; updatedAt: string }[];
}

/** All a lesson page needs of the database but the key of the learner's writing, in one statement that is prepared once a connection. */
const lessonStatement = `
  select revision.id as "revisionId", revision.compiler_version as "compilerVersion", lesson.position, lesson.minutes, lesson.content,
    progress.opened_at as "openedAt", progress.finished_at as "finishedAt", progress.last_step_id as "lastStepId",
    exists (select 1 from completion where enrolment_id = enrolment.id) as complete,
    (select count(*)::int from lesson_progress where enrolment_id = enrolment.id and finished_at is not null) as "finishedCount",
    (select json_agg(json_build_object('id', near.lesson_id, 'moduleId', near.module_id, 'title', near.title, 'minutes', near.minutes,
        'finished', done.finished_at is not null, 'position', near.position) order by near.position)
      from revision_lesson near left join lesson_progress done on done.enrolment_id = enrolment.id and done.lesson_id = near.lesson_id
      where near.revision_id = revision.id
        and near.position between greatest(1, lesson.position - ${BEFORE}) and greatest(1, lesson.position - ${BEFORE}) + ${WINDOW - 1}) as outline,
    (select coalesce(json_agg(json_build_object('blockId', block_id, 'version', version, 'ciphertext', encode(ciphertext, 'base64'),
        'submittedAt', submitted_at, 'updatedAt', updated_at)), '[]')
      from writing where enrolment_id = enrolment.id and (lesson_id = $3 or block_id in (
        -- Written where a correction took the place from: it comes along to the lesson that has the place now.
        select asked #>> '{}' from jsonb_path_query(lesson.content, '$.steps[*].blocks[*] ? (@.kind == "reflection" || @.kind == "case").id') asked))) as writings,
    (select data from site_document where key = $4) as "helpLines"
  from enrolment
    join lateral (select id, compiler_version from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1) revision on true
    join revision_lesson lesson on lesson.revision_id = revision.id and lesson.lesson_id = $3
    left join lesson_progress progress on progress.enrolment_id = enrolment.id and progress.lesson_id = $3
  where enrolment.id = $1 and enrolment.person_id = $2`;

export interface LessonPage {
  /** discussions of cases left out until handed in */
  lesson: CompiledLesson;
  course: { title: string; lessons: number; modules: { id: string; title: string }[] };
  /** whole minutes, reading and writing together */
  minutes: number;
  /** whole minutes of each step, in order */
  stepMinutes: number[];
  position: number;
  finished: boolean;
  /** the whole course is: then no lesson is taken back any more */
  complete: boolean;
  lessonsFinished: number;
  lastStepId: string | null;
  outline: OutlineLesson[];
  /** cited in this lesson, in order of first mention */
  references: Reference[];
  writings: Writing[];
  /** null where none were published */
  helpLines: HelpLines | null;
}

/**
 * The lesson as this learner sees it, or null when their edition has no such lesson.
 * One statement, a second where they wrote something, and one write at the very first opening.
 * @param options.visit false for a page that is only fetched ahead: it opens nothing
 */
export async function lessonPage(
  learner: { personId: string; enrolmentId: string },
  lessonId: string,
  options: { visit: boolean },
  now: Date,
): Promise<LessonPage | null> {
  const { personId, enrolmentId } = learner;
  const { rows } = await pool().query<LessonRow>({
    name: "lesson-page",
    text: lessonStatement,
    values: [enrolmentId, personId, lessonId, HELP_LINES],
  });
  const [row] = rows;
  if (!row) return null;
  const { course, stepMinutes: reckoned } = await courseMap(db, { id: row.revisionId, compilerVersion: row.compilerVersion });
  if (options.visit && !row.openedAt) await openLesson(db, learner, lessonId, now);
  const writings = await openWritings(learner, row.writings);
  const handedIn = new Set(writings.filter((writing) => writing.submittedAt !== null).map((writing) => writing.blockId));
  const content = storedLesson(row.content);
  const minutesOfSteps = reckoned.get(lessonId) ?? stepMinutes(content);
  reckoned.set(lessonId, minutesOfSteps);
  const lessons = course.modules.reduce((sum, module) => sum + module.lessons.length, 0);
  return {
    lesson: withoutDiscussions(content, handedIn),
    course: { title: course.title, lessons, modules: course.modules.map(({ id, title }) => ({ id, title })) },
    minutes: row.minutes,
    stepMinutes: minutesOfSteps,
    position: row.position,
    finished: row.finishedAt !== null,
    complete: row.complete,
    lessonsFinished: Math.min(row.finishedCount, lessons),
    lastStepId: row.lastStepId,
    outline: row.outline,
    references: content.cited.flatMap((key) => course.references[key] ?? []),
    writings,
    helpLines: row.helpLines,
  };
}

async function openWritings(
  { personId, enrolmentId }: { personId: string; enrolmentId: string },
  sealed: LessonRow["writings"],
): Promise<Writing[]> {
  if (sealed.length === 0) return [];
  const { key } = await dataKeyOf(db, personId);
  return sealed.map(({ ciphertext, blockId, version, submittedAt, updatedAt }) => ({
    blockId,
    version,
    text: openText(key, Buffer.from(ciphertext, "base64"), enrolmentId, blockId),
    submittedAt: submittedAt ? new Date(submittedAt) : null,
    savedAt: new Date(updatedAt),
  }));
}
