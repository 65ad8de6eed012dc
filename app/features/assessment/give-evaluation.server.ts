import { currentRevision } from "#app/features/catalogue/courses.server.ts";
import { accessTo, type NoAccess } from "#app/features/enrolment/access.server.ts";
import { completionStateOf, lockReview, recordRequirement, reviewCompletion } from "#app/features/learning/completion.server.ts";
import { requirementKey } from "#app/features/learning/requirements.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { type EvaluationAnswers, LEAST_FORMS, monthOf } from "./evaluation.ts";

export type NoEvaluation = NoAccess | { ok: false; reason: "not-begun" };

export interface EvaluationPage {
  ok: true;
  courseTitle: string;
  given: boolean;
  /** something else that the course asks is still to be done */
  early: boolean;
}

const evaluated = requirementKey({ type: "evaluation-given" });

/** Whether somebody may still say what they thought of a course, and whether it is early for that. */
export async function evaluationPage(seat: { personId: string; slug: string }, now: Date): Promise<EvaluationPage | NoEvaluation> {
  const access = await enter(seat, now);
  if (!access.ok) return access;
  const { compiled } = await currentRevision(db, access.editionId);
  const { rules, records } = await completionStateOf(db, access.enrolmentId);
  return {
    ok: true,
    courseTitle: compiled.title,
    given: (records[evaluated] ?? 0) >= 1,
    early: rules.some(({ met, key }) => !met && key !== evaluated),
  };
}

export interface GivenEvaluation {
  personId: string;
  slug: string;
  answers: EvaluationAnswers;
}

/**
 * Takes one evaluation, once an enrolment: that it was given is known of the person, what it says of nobody. Both are written in one
 * transaction, so that neither can be without the other; no audit event is, since its moment would say whose it was.
 */
export async function giveEvaluation(
  { personId, slug, answers }: GivenEvaluation,
  now: Date,
): Promise<{ ok: true } | NoEvaluation | { ok: false; reason: "already-given" }> {
  const access = await enter({ personId, slug }, now);
  if (!access.ok) return access;
  const { enrolmentId } = access;
  const { compiled } = await currentRevision(db, access.editionId);
  return db.$transaction(async (tx) => {
    await lockReview(tx, enrolmentId);
    const { records } = await completionStateOf(tx, enrolmentId);
    if ((records[evaluated] ?? 0) >= 1) return { ok: false as const, reason: "already-given" as const };
    await recordRequirement(tx, { enrolmentId, key: evaluated, value: 1 }, now);
    await addAnswers(tx, { courseSlug: slug, edition: compiled.edition, month: monthOf(now) }, answers);
    await reviewCompletion(tx, enrolmentId, now, { locked: true });
    return { ok: true as const };
  });
}

/**
 * Puts a form among those of its edition that wait. A row has a random id and no moment, and would still tell whose it is: rows lie in
 * the order in which they came, as do the records of who gave one. So each time all that wait are written anew, shuffled and under new
 * ids; what the database notes of its own about a row (place, transaction) is then the same for all of them. The form that makes them
 * LEAST_FORMS releases them all for good: what the office sees changes by so many at once, and no more than that are ever rewritten.
 * A form that waits alone can be told by that, and one alone in its month by its month: to who reads the tables, never to the office.
 */
async function addAnswers(
  tx: Tx,
  { courseSlug, edition, month }: { courseSlug: string; edition: string; month: string },
  answers: EvaluationAnswers,
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`evaluations ${courseSlug} ${edition}`}, 0))`;
  await tx.$executeRaw`
    with earlier as (
      delete from evaluation_answer where course_slug = ${courseSlug} and edition = ${edition} and not released returning month, answers),
    form as (select month, answers from earlier union all select ${month}, ${JSON.stringify(answers)}::jsonb)
    insert into evaluation_answer (id, course_slug, edition, month, answers, released)
    select gen_random_uuid(), ${courseSlug}, ${edition}, month, answers, (select count(*) from form) >= ${LEAST_FORMS}
    from form order by random()`;
}

async function enter({ personId, slug }: { personId: string; slug: string }, now: Date) {
  const access = await accessTo(db, personId, slug, now);
  if (access.ok && !access.begunAt) return { ok: false as const, reason: "not-begun" as const };
  return access;
}
