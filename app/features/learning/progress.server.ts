import { db, type Tx } from "#app/platform/db.server.ts";
import { lockReview, reviewCompletion, reviewLock } from "./completion.server.ts";
import type { Learner } from "./learner.ts";
import { lessonKey } from "./requirements.ts";

/** Active seconds one message may add: the page sends one a minute. */
const MESSAGE_LIMIT = 60;
/** Active seconds one lesson can gather; past this, someone left a page open. */
const LESSON_LIMIT = 6 * 60 * 60;

/**
 * Notes that a lesson was opened, once. Called at the first visit only, and never for a page that a browser fetches ahead.
 */
export async function openLesson(tx: Tx, { enrolmentId }: Learner, lessonId: string, now: Date): Promise<void> {
  await tx.lessonProgress.createMany({ data: [{ enrolmentId, lessonId, openedAt: now, lastSeenAt: now }], skipDuplicates: true });
}

/** Keeps where the reader is, for every device. A step the lesson does not have is ignored. */
export async function saveStep(tx: Tx, learner: Learner, lessonId: string, stepId: string, now: Date): Promise<void> {
  const step = JSON.stringify([{ id: stepId }]);
  await tx.$executeRaw`
    insert into lesson_progress (id, enrolment_id, lesson_id, opened_at, last_seen_at, last_step_id)
    select gen_random_uuid(), enrolment.id, lesson.lesson_id, ${now}::timestamptz, ${now}::timestamptz, ${stepId}
    from enrolment
      join lateral (select id from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1) revision on true
      join revision_lesson lesson on lesson.revision_id = revision.id and lesson.lesson_id = ${lessonId}
    where enrolment.id = ${learner.enrolmentId}::uuid and enrolment.person_id = ${learner.personId}::uuid
      and lesson.content->'steps' @> ${step}::jsonb
    on conflict (enrolment_id, lesson_id) do update set last_step_id = excluded.last_step_id, last_seen_at = excluded.last_seen_at`;
}

/**
 * Adds visible, active reading time in whole seconds; at most a minute a message, and six hours a lesson. Never more than passed since the
 * lesson was opened, but for the minute that a message tells of: the browser's word is no evidence against the clock.
 */
export async function addActiveSeconds(tx: Tx, learner: Learner, lessonId: string, seconds: number, now: Date): Promise<void> {
  const added = Math.max(0, Math.min(MESSAGE_LIMIT, Math.floor(seconds)));
  if (!(added > 0)) return;
  await tx.$executeRaw`
    update lesson_progress set active_seconds = greatest(active_seconds, least(active_seconds + ${added}::int, ${LESSON_LIMIT}::int,
        ceil(extract(epoch from ${now}::timestamptz - opened_at))::int + ${MESSAGE_LIMIT}::int)), last_seen_at = ${now}::timestamptz
    from enrolment where enrolment.id = lesson_progress.enrolment_id and enrolment.person_id = ${learner.personId}::uuid
      and lesson_progress.enrolment_id = ${learner.enrolmentId}::uuid and lesson_progress.lesson_id = ${lessonId}`;
}

export type FinishAnswer = { ok: true; complete: boolean } | { ok: false; reason: "unknown-lesson" };

/**
 * Marks a lesson finished, records it as evidence and judges the course, in one transaction of four round trips. Again, or
 * from two devices at once: the same end state, the first moment kept. `complete` says whether the course is.
 */
export async function finishLesson(learner: Learner, lessonId: string, now: Date): Promise<FinishAnswer> {
  return db.$transaction(async (tx): Promise<FinishAnswer> => {
    const finished = await writeFinished(tx, learner, lessonId, now);
    if (!finished) return { ok: false, reason: "unknown-lesson" };
    const { complete } = await reviewCompletion(tx, learner.enrolmentId, now, { locked: true });
    return { ok: true, complete };
  });
}

export type ReopenAnswer = { ok: true } | { ok: false; reason: "complete" | "not-finished" };

/**
 * Takes a finished lesson back: it is to be done again, and proves nothing until it is finished anew. When it was opened and how
 * long was read stays. Refused once the course is complete: what a certificate rests on does not change. Tests and cases are never
 * taken back.
 */
export async function reopenLesson(learner: Learner, lessonId: string, now: Date): Promise<ReopenAnswer> {
  const { personId, enrolmentId } = learner;
  return db.$transaction(async (tx): Promise<ReopenAnswer> => {
    // Under the lock of reviews: nobody judges the course complete while its evidence is taken away.
    await lockReview(tx, enrolmentId);
    const complete = await tx.completion.findFirst({ where: { enrolmentId, enrolment: { personId } }, select: { enrolmentId: true } });
    if (complete) return { ok: false, reason: "complete" };
    const { count } = await tx.lessonProgress.updateMany({
      where: { enrolmentId, lessonId, finishedAt: { not: null }, enrolment: { personId } },
      data: { finishedAt: null, lastSeenAt: now },
    });
    if (count === 0) return { ok: false, reason: "not-finished" };
    await tx.requirementRecord.deleteMany({ where: { enrolmentId, requirementKey: lessonKey(lessonId), enrolment: { personId } } });
    return { ok: true };
  });
}

/** Progress and evidence in one statement, under the review lock; false when the edition has no such lesson. */
async function writeFinished(tx: Tx, { personId, enrolmentId }: Learner, lessonId: string, now: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ finished: boolean }[]>`
    with locked as materialized (select pg_advisory_xact_lock(hashtextextended(${reviewLock(enrolmentId)}, 0))),
    mine as (
      select enrolment.id from locked, enrolment
      where enrolment.id = ${enrolmentId}::uuid and enrolment.person_id = ${personId}::uuid and exists (
        select 1 from revision_lesson lesson join edition_revision revision on revision.id = lesson.revision_id
        where revision.edition_id = enrolment.edition_id and lesson.lesson_id = ${lessonId})),
    progress as (
      insert into lesson_progress (id, enrolment_id, lesson_id, opened_at, finished_at, last_seen_at)
      select gen_random_uuid(), id, ${lessonId}, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz from mine
      on conflict (enrolment_id, lesson_id) do update
        set finished_at = coalesce(lesson_progress.finished_at, excluded.finished_at), last_seen_at = excluded.last_seen_at
      returning 1),
    record as (
      insert into requirement_record (id, enrolment_id, requirement_key, value, evidence, recorded_at)
      select gen_random_uuid(), id, ${lessonKey(lessonId)}, 1, '{}', ${now}::timestamptz from mine
      on conflict (enrolment_id, requirement_key) do nothing)
    select exists (select 1 from progress) as finished`;
  return rows[0]?.finished ?? false;
}

export interface FastCompletion {
  enrolmentId: string;
  personId: string;
  courseSlug: string;
  completedAt: Date;
  lessons: number;
  /** lessons finished in less than a quarter of their minutes after they were opened */
  fastLessons: number;
  /** seconds with the page in view, all lessons together */
  activeSeconds: number;
  /** whole minutes the lessons are computed to take */
  expectedMinutes: number;
}

/**
 * For the office: completed courses of which at least half of the lessons went implausibly fast, as was judged at completion,
 * newest first. Shown, never blocked: someone may know the matter, or have read on paper.
 */
export async function fastCompletions(tx: Tx, limit: number): Promise<FastCompletion[]> {
  return tx.$queryRaw<FastCompletion[]>`
    with newest as materialized (
      select enrolment_id, completed_at from completion where evidence @> '{"fast": true}' order by completed_at desc limit ${limit}::int)
    select newest.enrolment_id as "enrolmentId", enrolment.person_id as "personId", enrolment.course_slug as "courseSlug",
      newest.completed_at as "completedAt", count(*)::int as lessons, sum(progress.active_seconds)::int as "activeSeconds",
      sum(lesson.minutes)::int as "expectedMinutes",
      (count(*) filter (where extract(epoch from progress.finished_at - progress.opened_at) < lesson.minutes * 15))::int as "fastLessons"
    from newest join enrolment on enrolment.id = newest.enrolment_id
      join lateral (select id from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1) revision on true
      join lesson_progress progress on progress.enrolment_id = enrolment.id and progress.finished_at is not null
      join revision_lesson lesson on lesson.revision_id = revision.id and lesson.lesson_id = progress.lesson_id
    group by newest.enrolment_id, enrolment.person_id, enrolment.course_slug, newest.completed_at
    order by newest.completed_at desc`;
}
