import { Button } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Progress } from "#app/ui/progress.tsx";
import * as m from "#generated/paraglide/messages.js";
import { answerField, QuestionFields } from "./question-fields.tsx";
import { QuestionList, type QuestionState } from "./question-list.tsx";
import { QuestionReview } from "./question-review.tsx";
import type { ReviewedQuestion } from "./questions.ts";
import type { TestPage } from "./test-page.server.ts";

/** A knowledge check under way: each question its own form, feedback in its place as soon as it is answered. */
export function CheckForm({
  open,
  action,
  errors,
}: {
  open: NonNullable<TestPage["open"]>;
  action: string;
  errors?: Record<string, string>;
}) {
  const total = open.questions.length;
  const answered = new Map(open.answered.map((question) => [question.id, question]));
  return (
    <div className="test-form test-questions">
      <div className="test-side">
        <Progress value={answered.size} max={total} label={m.assessment_check_progress({ answered: answered.size, total })} />
        <QuestionList questions={open.questions.map(({ id, number }) => ({ id, number, state: stateOf(answered.get(id)) }))} />
      </div>
      <div className="test-main">
        <ErrorSummary errors={errors} />
        {open.questions.map((question) => {
          const review = answered.get(question.id);
          if (review) return <QuestionReview key={question.id} question={review} total={total} under="h2" />;
          return (
            <form key={question.id} method="post" action={action}>
              <HiddenField name="attemptId" value={open.attemptId} />
              <QuestionFields question={question} total={total} error={errors?.[answerField(question.id)]} />
              <Button variant="quiet">{m.assessment_answer_item()}</Button>
            </form>
          );
        })}
      </div>
    </div>
  );
}

function stateOf(review: ReviewedQuestion | undefined): QuestionState {
  if (!review) return "open";
  return review.right ? "right" : "wrong";
}
