import type { NextStep } from "#app/features/learning/next-step.ts";
import { CheckForm } from "./check-form.tsx";
import { FinalForm, type TestActions } from "./final-form.tsx";
import { StartForm, TestFacts } from "./test-intro.tsx";
import type { TestPage } from "./test-page.server.ts";
import { CheckEnding, EarlierAttempts, ResultDetails, ResultSummary } from "./test-result.tsx";

/** What a test's page shows in each of its states; the verbs show the same with their errors. */
export function TestBody({
  page,
  actions,
  next,
  errors,
}: {
  page: TestPage;
  actions: TestActions;
  /** what the course asks next; null while an attempt is under way or none was made */
  next: NextStep | null;
  errors?: Record<string, string>;
}) {
  const { open, latest, standing } = page;
  if (open)
    return page.kind === "check" ? (
      <CheckForm open={open} action={actions.answer} errors={errors} />
    ) : (
      <FinalForm open={open} actions={actions} errors={errors} />
    );
  const start =
    standing.state === "ready" ? <StartForm page={page} action={actions.start} latest={latest} error={errors?.ownWork} /> : null;
  return (
    <>
      {latest ? <ResultSummary page={page} result={latest} next={next} /> : null}
      {latest ? null : <TestFacts page={page} />}
      {start}
      {latest ? <ResultDetails slug={page.slug} result={latest} /> : null}
      {latest && page.kind === "check" ? (
        <CheckEnding page={page} result={latest} next={next} again={latest.passed ? null : start} />
      ) : null}
      <EarlierAttempts page={page} />
    </>
  );
}
