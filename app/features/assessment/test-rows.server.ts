import type { Tx } from "#app/platform/db.server.ts";
import { questionCount } from "./question-count.ts";

export interface TestRow {
  id: string;
  kind: "check" | "final";
  /** where its check stands; null for the final test */
  moduleId: string | null;
  title: string;
  /** how many an attempt asks */
  questions: number;
  /** whole percent to pass */
  percent: number;
  state: "new" | "open" | "failed" | "passed";
}

interface Row extends Omit<TestRow, "questions" | "state"> {
  drawPerOutcome: number | null;
  /** of each item */
  outcomes: string[];
  passed: boolean;
  open: boolean;
  tried: boolean;
}

/** The tests of a revision and where an enrolment stands with each. One statement, without a question in it. */
export async function testRows(tx: Tx, { enrolmentId, revisionId }: { enrolmentId: string; revisionId: string }): Promise<TestRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select test.test_id as id, test.kind, test.module_id as "moduleId", test.definition->>'title' as title,
      (test.definition->>'percent')::float as percent, (test.definition->>'drawPerOutcome')::int as "drawPerOutcome",
      (select coalesce(jsonb_agg(item->>'outcome'), '[]') from jsonb_array_elements(test.definition->'items') item) as outcomes,
      -- A check that was carried over has no attempt here, and counts.
      coalesce(bool_or(attempt.passed), false) or exists (select 1 from requirement_record where enrolment_id = ${enrolmentId}::uuid
        and requirement_key = 'check-passed:' || test.test_id and value >= (test.definition->>'percent')::numeric) as passed, coalesce(bool_or(attempt.state = 'open'), false) as open,
      count(attempt.id) > 0 as tried
    from revision_test test left join attempt on attempt.test_id = test.test_id and attempt.enrolment_id = ${enrolmentId}::uuid
    where test.revision_id = ${revisionId}::uuid
    group by test.id`;
  return rows.map(({ drawPerOutcome, outcomes, passed, open, tried, ...row }) => ({
    ...row,
    questions: questionCount(
      drawPerOutcome,
      outcomes.map((outcome) => ({ outcome })),
    ),
    state: passed ? "passed" : open ? "open" : tried ? "failed" : "new",
  }));
}
