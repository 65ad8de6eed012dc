import { recordAudit } from "#app/platform/audit.server.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { lockReview, recordRequirements, reviewCompletion } from "./completion.server.ts";
import type { Learner } from "./learner.ts";
import { caseKey, lessonKey, requirementKey, vignetteKey } from "./requirements.ts";
import { moveWritings } from "./writing.server.ts";

/** What somebody did elsewhere that counts here too. */
export interface Carriable {
  lessons: { lessonId: string; from: string }[];
  checks: { testId: string; percent: number; from: string }[];
  vignettes: { vignetteId: string; from: string }[];
}

/** Where what stands here already came from. */
export interface CarriedFrom {
  courseSlug: string;
  title: string;
  lessons: number;
}

/**
 * Work on the same lesson, check or conversation in another course: the same to the letter as it was when it was done, and not done here
 * yet. Play money's work never counts for a course paid in earnest, and a re-take starts clean.
 */
export async function carriable(tx: Tx, { personId, enrolmentId }: Learner): Promise<Carriable> {
  const [found] = await tx.$queryRaw<Carriable[]>`
    with target as (
      select enrolment.id, enrolment.course_slug,
        (select id from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1) as revision_id,
        (select max(array_position(array['sandbox', 'test', 'live'], mode)) from ground where enrolment_id = enrolment.id) as earnest
      from enrolment where id = ${enrolmentId}::uuid and person_id = ${personId}::uuid and cycle = 1 and begun_at is not null),
    elsewhere as (
      select other.id, other.edition_id from enrolment other, target
      where other.person_id = ${personId}::uuid and other.course_slug <> target.course_slug
        -- A certificate bears the most earnest of its grounds: what was done for less may not stand under it.
        and exists (select 1 from ground where ground.enrolment_id = other.id
          and array_position(array['sandbox', 'test', 'live'], ground.mode) >= target.earnest)),
    lessons as (
      select distinct on (lesson.lesson_id) lesson.lesson_id as "lessonId", elsewhere.id as "from"
      from target join revision_lesson lesson on lesson.revision_id = target.revision_id and lesson.source_hash <> ''
        cross join elsewhere
        join lesson_progress progress on progress.enrolment_id = elsewhere.id and progress.lesson_id = lesson.lesson_id and progress.finished_at is not null
        join lateral (
          select same.source_hash from edition_revision revision
            join revision_lesson same on same.revision_id = revision.id and same.lesson_id = lesson.lesson_id
          where revision.edition_id = elsewhere.edition_id and revision.published_at <= progress.finished_at
          order by revision.revision desc limit 1) as done on done.source_hash = lesson.source_hash
      where not exists (
        select 1 from lesson_progress mine where mine.enrolment_id = target.id and mine.lesson_id = lesson.lesson_id and mine.finished_at is not null)
      order by lesson.lesson_id, progress.finished_at),
    checks as (
      select distinct on (test.test_id) test.test_id as "testId", attempt.score_percent as percent, elsewhere.id as "from"
      from target join revision_test test on test.revision_id = target.revision_id and test.kind = 'check' and test.source_hash <> ''
        cross join elsewhere
        join attempt on attempt.enrolment_id = elsewhere.id and attempt.test_id = test.test_id and attempt.score_percent is not null
        join revision_test sat on sat.revision_id = attempt.revision_id and sat.test_id = test.test_id and sat.source_hash = test.source_hash
      where attempt.score_percent > coalesce((select value from requirement_record
        where enrolment_id = target.id and requirement_key = 'check-passed:' || test.test_id), -1)
      order by test.test_id, attempt.score_percent desc),
    vignettes as (
      select distinct on (vignette.vignette_id) vignette.vignette_id as "vignetteId", elsewhere.id as "from"
      from target join revision_vignette vignette on vignette.revision_id = target.revision_id
        cross join elsewhere
        join vignette_run run on run.enrolment_id = elsewhere.id and run.vignette_id = vignette.vignette_id and run.ended_at is not null
        join revision_vignette played on played.revision_id = run.revision_id and played.vignette_id = vignette.vignette_id
          and played.source_hash = vignette.source_hash
      where not exists (select 1 from requirement_record
        where enrolment_id = target.id and requirement_key = 'vignette-played:' || vignette.vignette_id)
      order by vignette.vignette_id, run.ended_at)
    select
      (select coalesce(jsonb_agg(lessons), '[]') from lessons) as lessons,
      (select coalesce(jsonb_agg(checks), '[]') from checks) as checks,
      (select coalesce(jsonb_agg(vignettes), '[]') from vignettes) as vignettes`;
  return found ?? { lessons: [], checks: [], vignettes: [] };
}

export const isNothing = ({ lessons, checks, vignettes }: Carriable): boolean => lessons.length + checks.length + vignettes.length === 0;

/**
 * Takes over what counts here too, each piece with where it came from, and judges the course. Lessons keep their own times and bring
 * along what was written in them. Twice is the same as once, and a long course takes as many statements as a short one.
 */
export async function carryOver(tx: Tx, learner: Learner, now: Date): Promise<Carriable> {
  const { enrolmentId, personId } = learner;
  // Pressed twice, the second waits here and finds nothing left.
  await lockReview(tx, enrolmentId);
  const found = await carriable(tx, learner);
  if (isNothing(found)) return found;
  await copyProgress(tx, enrolmentId, found.lessons);
  const cases = await moveTexts(tx, learner, found.lessons, now);
  const verdict = (key: string, value: number, from: string) => ({ key, value, evidence: { carriedFrom: from } });
  const verdicts = [
    ...found.lessons.map(({ lessonId, from }) => verdict(lessonKey(lessonId), 1, from)),
    ...cases.map(({ blockId, from }) => verdict(caseKey(blockId), 1, from)),
    ...found.checks.map(({ testId, percent, from }) =>
      verdict(requirementKey({ type: "check-passed", test: testId, percent }), percent, from),
    ),
    ...found.vignettes.map(({ vignetteId, from }) => verdict(vignetteKey(vignetteId), 1, from)),
  ];
  await recordRequirements(tx, enrolmentId, verdicts, now);
  await reviewCompletion(tx, enrolmentId, now, { locked: true });
  await recordAudit(tx, {
    actor: { kind: "person", id: personId },
    action: "learning.carried-over",
    subject: { kind: "enrolment", id: enrolmentId },
    data: {
      lessons: found.lessons.map(({ lessonId }) => lessonId),
      checks: found.checks.map(({ testId }) => testId),
      vignettes: found.vignettes.map(({ vignetteId }) => vignetteId),
    },
    now,
  });
  return found;
}

async function copyProgress(tx: Tx, enrolmentId: string, lessons: Carriable["lessons"]): Promise<void> {
  await tx.$executeRaw`
    insert into lesson_progress (id, enrolment_id, lesson_id, opened_at, finished_at, last_step_id, last_seen_at, active_seconds, carried_from)
    select gen_random_uuid(), ${enrolmentId}::uuid, lesson_id, opened_at, finished_at, last_step_id, last_seen_at,
      -- What came from here is not brought back as if it were more.
      case when carried_from = ${enrolmentId}::uuid then 0 else active_seconds end, enrolment_id
    from lesson_progress join jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb) piece("lessonId" text, "from" uuid)
      on enrolment_id = piece."from" and lesson_id = piece."lessonId"
    on conflict (enrolment_id, lesson_id) do update set opened_at = least(lesson_progress.opened_at, excluded.opened_at),
      -- Taken back and taken over again: the time read there stands in it already.
      active_seconds = lesson_progress.active_seconds
        + case when lesson_progress.carried_from = excluded.carried_from then 0 else excluded.active_seconds end,
      finished_at = excluded.finished_at, carried_from = excluded.carried_from`;
}

/** Brings along what was written in these lessons. @returns the cases among it that were handed in */
async function moveTexts(tx: Tx, learner: Learner, lessons: Carriable["lessons"], now: Date): Promise<{ blockId: string; from: string }[]> {
  const places = lessons.map(({ lessonId, from }) => ({ lessonId, enrolmentId: from }));
  const texts = await tx.writing.findMany({
    where: { OR: places, enrolment: { personId: learner.personId } },
    select: { enrolmentId: true, lessonId: true, blockId: true, kind: true, ciphertext: true, submittedAt: true },
  });
  if (texts.length === 0) return [];
  const moved = await moveWritings(
    tx,
    learner,
    texts.map(({ enrolmentId, ...text }) => ({ ...text, from: enrolmentId })),
    now,
  );
  return moved.filter(({ submittedAt }) => submittedAt !== null);
}

/** What in this enrolment came from other courses, for its own page. */
export async function carriedInto(tx: Tx, { personId, enrolmentId }: Learner): Promise<CarriedFrom[]> {
  return tx.$queryRaw<CarriedFrom[]>`
    select other.course_slug as "courseSlug", revision.compiled->>'title' as title, count(*)::int as lessons
    from lesson_progress progress join enrolment other on other.id = progress.carried_from and other.person_id = ${personId}::uuid
      join lateral (select compiled from edition_revision where edition_id = other.edition_id order by revision desc limit 1) revision on true
    where progress.enrolment_id = ${enrolmentId}::uuid
    group by other.course_slug, revision.compiled->>'title'`;
}
