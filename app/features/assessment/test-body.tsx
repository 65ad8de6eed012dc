import { CheckForm } from "./check-form.tsx";
import { FinalForm, type TestActions } from "./final-form.tsx";
import { StartForm, TestFacts } from "./test-intro.tsx";
import type { TestPage } from "./test-page.server.ts";
import { EarlierAttempts, ResultDetails, ResultSummary } from "./test-result.tsx";

/** What a test's page shows in each of its states; the verbs show the same with their errors. */
export function TestBody({ page, actions, errors }: { page: TestPage; actions: TestActions; errors?: Record<string, string> }) {
  const { open, latest, standing } = page;
  if (open)
    return page.kind === "check" ? (
      <CheckForm open={open} action={actions.answer} errors={errors} />
    ) : (
      <FinalForm open={open} actions={actions} errors={errors} />
    );
  return (
    <>
      {latest ? <ResultSummary page={page} result={latest} /> : null}
      <TestFacts page={page} />
      {standing.state === "ready" ? <StartForm page={page} action={actions.start} again={latest !== null} error={errors?.ownWork} /> : null}
      {latest ? <ResultDetails result={latest} /> : null}
      <EarlierAttempts page={page} />
    </>
  );
}
