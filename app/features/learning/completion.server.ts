import type { Requirement } from "#app/features/catalogue/compiled.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/jobs/queue.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { courseCompletedJob } from "./course-completed-job.ts";
import { type CompletionState, completionOf, RULES_VERSION, withFinalTest } from "./requirements.ts";

export interface RequirementVerdict {
  enrolmentId: string;
  /** requirementKey of a test, or lessonKey / caseKey */
  key: string;
  /** whole percent for a test, 1 for done */
  value: number;
  /** small facts for the dossier, such as an attempt's id; never a private text */
  evidence?: Prisma.InputJsonObject;
}

/** The lock under which one enrolment's verdicts are written and judged; a parameter of the statements that take it. */
export const reviewLock = (enrolmentId: string): string => `review ${enrolmentId}`;

/** Makes one enrolment's verdicts and reviews wait for each other until the caller's transaction ends. */
export async function lockReview(tx: Tx, enrolmentId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${reviewLock(enrolmentId)}, 0))`;
}

/**
 * Keeps a verdict if it is better than what was known; a worse one changes nothing. Takes the enrolment's review lock until
 * the transaction ends. Call reviewCompletion after it, in the same transaction.
 */
export async function recordRequirement(tx: Tx, { enrolmentId, ...verdict }: RequirementVerdict, now: Date): Promise<void> {
  await recordRequirements(tx, enrolmentId, [verdict], now);
}

/** The same for several verdicts on one enrolment, each about another key, in one statement. */
export async function recordRequirements(
  tx: Tx,
  enrolmentId: string,
  verdicts: Omit<RequirementVerdict, "enrolmentId">[],
  now: Date,
): Promise<void> {
  const rows = JSON.stringify(verdicts.map(({ key, value, evidence = {} }) => ({ key, value, evidence })));
  // The lock comes before the row: always in this order, so that two transactions cannot wait for each other.
  await tx.$executeRaw`
    with locked as materialized (select pg_advisory_xact_lock(hashtextextended(${reviewLock(enrolmentId)}, 0)))
    insert into requirement_record (id, enrolment_id, requirement_key, value, evidence, recorded_at)
    select gen_random_uuid(), ${enrolmentId}::uuid, verdict.key, verdict.value, verdict.evidence, ${now}::timestamptz
    from locked cross join jsonb_to_recordset(${rows}::jsonb) verdict(key text, value int, evidence jsonb)
    on conflict (enrolment_id, requirement_key) do update
      set value = excluded.value, evidence = excluded.evidence, recorded_at = excluded.recorded_at
      where requirement_record.value < excluded.value`;
}

export interface StoredCompletion extends CompletionState {
  completedAt: Date | null;
  /** the edition's text as it stands now; null before anything was published */
  revision: { id: string; compilerVersion: number } | null;
  /** best value so far by record key (lessonKey, caseKey, requirementKey of a test) */
  records: Record<string, number>;
}

interface StateRow {
  enrolmentId: string;
  requirements: Requirement[];
  revision: { id: string; compilerVersion: number } | null;
  finalTest: { id: string; percent: number } | null;
  records: Record<string, number>;
  completedAt: Date | null;
}

/** Where enrolments stand, by enrolment id; one statement for all. Once completed stays complete, whatever is published later. */
export async function completionStatesOf(tx: Tx, enrolmentIds: string[]): Promise<Map<string, StoredCompletion>> {
  const rows = await tx.$queryRaw<StateRow[]>`
    select enrolment.id as "enrolmentId", edition.requirements,
      case when revision.id is not null then jsonb_build_object('id', revision.id, 'compilerVersion', revision.compiler_version) end as revision,
      (select jsonb_build_object('id', test.test_id, 'percent', coalesce((test.definition->>'percent')::numeric, 100))
         from revision_test test where test.kind = 'final' and test.revision_id = revision.id limit 1) as "finalTest",
      (select coalesce(jsonb_object_agg(requirement_key, value), '{}') from requirement_record where enrolment_id = enrolment.id) as records,
      (select completed_at from completion where enrolment_id = enrolment.id) as "completedAt"
    from enrolment join edition on edition.id = enrolment.edition_id
      left join lateral (select id, compiler_version from edition_revision where edition_id = edition.id order by revision desc limit 1) revision on true
    where enrolment.id = any(${enrolmentIds}::uuid[])`;
  return new Map(rows.map((row) => [row.enrolmentId, judge(row)]));
}

function judge({ requirements, finalTest, records, completedAt, revision }: StateRow): StoredCompletion {
  const state = completionOf(withFinalTest(requirements, finalTest), new Map(Object.entries(records)));
  const stored = { ...state, completedAt, revision, records };
  return completedAt ? { ...stored, complete: true, percent: 100 } : stored;
}

/** Where one enrolment stands. Throws for an unknown enrolment. */
export async function completionStateOf(tx: Tx, enrolmentId: string): Promise<StoredCompletion> {
  const state = (await completionStatesOf(tx, [enrolmentId])).get(enrolmentId);
  if (!state) throw new Error(`There is no enrolment ${enrolmentId}.`);
  return state;
}

/**
 * Judges the enrolment as it stands in this transaction. The first time all is met, writes the completion and the
 * course-completed job with it; every later time does nothing.
 * Two verdicts that land at the same moment are judged one after the other, so that the second sees the first.
 * @param options.locked true when an earlier statement of this transaction took the review lock (recordRequirement did)
 */
export async function reviewCompletion(
  tx: Tx,
  enrolmentId: string,
  now: Date,
  options: { locked?: boolean } = {},
): Promise<{ complete: boolean; newly: boolean }> {
  if (!options.locked) await lockReview(tx, enrolmentId);
  const state = await completionStateOf(tx, enrolmentId);
  if (!state.complete || state.completedAt) return { complete: state.complete, newly: false };
  const evidence = { rules: state.rules.map(({ key, value, needed }) => ({ key, value, needed })) };
  if (!(await insertCompletion(tx, enrolmentId, evidence, now))) return { complete: true, newly: false };
  await enqueue(tx, courseCompletedJob, { enrolmentId });
  await recordAudit(tx, {
    actor: { kind: "system" },
    action: "learning.course-completed",
    subject: { kind: "enrolment", id: enrolmentId },
    data: { rulesVersion: RULES_VERSION },
    now,
  });
  return { complete: true, newly: true };
}

/**
 * Writes the completion, unless there is one: then false. `fast` in its evidence says that at least half of the lessons were
 * finished within a quarter of their minutes after they were opened; judged here, once, so that nobody has to count again.
 */
async function insertCompletion(tx: Tx, enrolmentId: string, evidence: Prisma.InputJsonObject, now: Date): Promise<boolean> {
  const count = await tx.$executeRaw`
    insert into completion (enrolment_id, completed_at, rules_version, evidence)
    select enrolment.id, ${now}::timestamptz, ${RULES_VERSION}::int, ${JSON.stringify(evidence)}::jsonb || jsonb_build_object('fast', (
      select coalesce(count(*) filter (where extract(epoch from progress.finished_at - progress.opened_at) < lesson.minutes * 15) * 2 >= nullif(count(*), 0), false)
      from lesson_progress progress
        join revision_lesson lesson on lesson.lesson_id = progress.lesson_id and lesson.revision_id = (
          select id from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1)
      where progress.enrolment_id = enrolment.id and progress.finished_at is not null))
    from enrolment where enrolment.id = ${enrolmentId}::uuid
    on conflict (enrolment_id) do nothing`;
  return count > 0;
}
