import { Button } from "#app/ui/actions.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Facts } from "#app/ui/facts.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { TestPage, TestResult } from "./test-page.server.ts";

/** What the test asks, before it starts. */
export function TestFacts({ page }: { page: TestPage }) {
  const used = page.earlier.length;
  const check = page.kind === "check";
  return (
    <>
      <Facts
        items={[
          { label: m.assessment_facts_questions(), value: page.questionCount },
          {
            label: m.assessment_facts_pass(),
            value: check
              ? m.assessment_facts_check_value({ percent: page.passPercent })
              : m.assessment_facts_pass_value({ percent: page.passPercent }),
          },
          {
            label: m.assessment_facts_attempts(),
            value:
              page.attempts === null
                ? m.assessment_facts_attempts_unlimited()
                : m.assessment_facts_attempts_value({ used, total: page.attempts }),
          },
          ...(page.waitHours > 0
            ? [{ label: m.assessment_facts_wait(), value: m.assessment_facts_wait_value({ hours: page.waitHours }) }]
            : []),
          { label: m.assessment_facts_time(), value: m.assessment_facts_time_value() },
        ]}
      />
      {page.reason ? (
        <p>
          <strong>{m.assessment_why_pass()}.</strong> <span lang="nl">{page.reason}</span>
        </p>
      ) : null}
    </>
  );
}

/** The explicit start: nothing begins by looking. Once it was passed there is something else to do first. */
export function StartForm({
  page,
  action,
  latest,
  error,
}: {
  page: TestPage;
  action: string;
  /** how the last attempt went; null before the first */
  latest: TestResult | null;
  error?: string;
}) {
  const check = page.kind === "check";
  const again = latest !== null;
  const words = again
    ? check
      ? m.assessment_again_check()
      : m.assessment_again_final()
    : check
      ? m.assessment_start_check()
      : m.assessment_start_final();
  return (
    <form method="post" action={action} className="start-form">
      <ErrorSummary errors={error ? { ownWork: error } : undefined} />
      {again && !check ? <p>{m.assessment_again_note()}</p> : null}
      {page.ownWork ? <Checkbox name="ownWork" label={<span lang="nl">{page.ownWork}</span>} error={error} /> : null}
      <Button variant={latest?.passed ? "quiet" : "primary"}>{words}</Button>
    </form>
  );
}
