import type { ReactNode } from "react";
import type { NextStep } from "#app/features/learning/next-step.ts";
import { NextStepLink } from "#app/features/learning/next-step-link.tsx";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { QuestionReview } from "./question-review.tsx";
import type { TestPage, TestResult } from "./test-page.server.ts";

/** The verdict, the score and the pass mark, and where the next attempt stands. */
export function ResultSummary({ page, result, next }: { page: TestPage; result: TestResult; next: NextStep | null }) {
  return (
    <Notice kind={result.passed ? "success" : "warning"} title={verdictOf(page.kind, result.passed)}>
      <Score page={page} result={result} />
      <NextAttempt page={page} />
      {result.passed ? <Onward page={page} next={next} /> : null}
    </Notice>
  );
}

function verdictOf(kind: TestPage["kind"], passed: boolean): string {
  if (kind === "check") return passed ? m.assessment_result_check_passed() : m.assessment_result_check_failed();
  return passed ? m.assessment_result_passed_title() : m.assessment_result_failed_title();
}

function Score({ page, result }: { page: TestPage; result: TestResult }) {
  return (
    <>
      <p className="test-score">{m.assessment_result_percent({ percent: result.percent })}</p>
      <p>{m.assessment_result_score({ right: result.right, total: result.total, pass: page.passPercent })}</p>
    </>
  );
}

/** The one thing to do now; for the course's own page there is the link above the title. */
function Onward({ page, next, quiet }: { page: TestPage; next: NextStep | null; quiet?: boolean }) {
  if (!next || ("testId" in next && next.testId === page.testId)) return null;
  return (
    <div className="actions">
      <NextStepLink slug={page.slug} next={next} quiet={quiet} />
    </div>
  );
}

/** Below the last question, where the reader of a check's feedback ends; `again` where it was not passed. */
export function CheckEnding({
  page,
  result,
  next,
  again,
}: {
  page: TestPage;
  result: TestResult;
  next: NextStep | null;
  again: ReactNode;
}) {
  return (
    <Section title={verdictOf(page.kind, result.passed)}>
      <Score page={page} result={result} />
      {again}
      <Onward page={page} next={next} quiet={Boolean(again)} />
    </Section>
  );
}

function NextAttempt({ page }: { page: TestPage }) {
  const { standing } = page;
  switch (standing.state) {
    case "passed":
      return null;
    case "exhausted":
      return <p>{m.assessment_exhausted()}</p>;
    case "waiting":
      return (
        <>
          <AttemptsLeft left={standing.left} extra={page.extra} />
          <p>
            <strong>{m.assessment_waiting({ moment: formatDateTime(standing.opensAt, getLocale()) })}</strong>
          </p>
        </>
      );
    case "ready":
      return <AttemptsLeft left={standing.left} extra={page.extra} />;
  }
}

function AttemptsLeft({ left, extra }: { left: number | null; extra: number }) {
  if (left === null) return null;
  return (
    <p>
      {extra > 0 ? `${m.assessment_extra_given()} ` : null}
      {m.assessment_left({ left })}
    </p>
  );
}

/** Per outcome and question by question, as far as the key may be known. */
export function ResultDetails({ slug, result }: { slug: string; result: TestResult }) {
  return (
    <>
      <Section title={m.assessment_outcomes()}>
        {result.keyShown ? null : <p>{m.assessment_result_key_closed()}</p>}
        <ul className="outcome-results">
          {result.outcomes.map((outcome) => (
            <li key={outcome.text}>
              <span lang="nl">{outcome.text}</span>{" "}
              <strong>{m.assessment_outcome_score({ right: outcome.right, total: outcome.total })}</strong>
              {outcome.right < outcome.total ? <Reread slug={slug} lessons={outcome.lessons} /> : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={m.assessment_answers()}>
        {result.questions.map((question) => (
          <QuestionReview key={question.id} question={question} total={result.total} under="h3" />
        ))}
      </Section>
    </>
  );
}

function Reread({ slug, lessons }: { slug: string; lessons: TestResult["outcomes"][number]["lessons"] }) {
  if (lessons.length === 0) return null;
  return (
    <span className="outcome-lessons">
      {m.assessment_reread()}{" "}
      {lessons.map(({ id, title }, position) => (
        <span key={id}>
          {position > 0 ? ", " : ""}
          <TextLink to={paths.lesson(slug, id)}>
            <span lang="nl">{title}</span>
          </TextLink>
        </span>
      ))}
    </span>
  );
}

export function EarlierAttempts({ page }: { page: TestPage }) {
  if (page.earlier.length < 2) return null;
  const columns = [
    { key: "attempt", label: m.assessment_column_attempt() },
    { key: "date", label: m.assessment_column_date() },
    { key: "score", label: m.assessment_column_score() },
    { key: "result", label: m.assessment_column_result() },
  ];
  const rows = page.earlier.toReversed().map((attempt) => ({
    attempt: attempt.number,
    date: formatDateTime(attempt.submittedAt, getLocale()),
    score: `${attempt.percent}%`,
    result: attempt.passed ? m.assessment_result_passed_title() : m.assessment_result_failed_title(),
  }));
  return (
    <Section title={m.assessment_earlier()}>
      <DataTable caption={<span className="visually-hidden">{m.assessment_earlier()}</span>} columns={columns} rows={rows} />
    </Section>
  );
}
