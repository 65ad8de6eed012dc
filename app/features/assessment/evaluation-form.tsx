import { Button } from "#app/ui/actions.tsx";
import { Choice } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";
import { OPEN_QUESTIONS, SCALE, STATEMENTS } from "./evaluation.ts";
import { openQuestionInWords, statementInWords, stepInWords } from "./evaluation-words.ts";

interface EvaluationFormProps {
  /** as typed, where the form comes back */
  values?: Record<string, string>;
  errors?: Record<string, string>;
}

/** How far one agrees with each statement, and two questions to answer in one's own words. Nothing is ticked beforehand. */
export function EvaluationForm({ values = {}, errors = {} }: EvaluationFormProps) {
  return (
    <form method="post" className="evaluation">
      <ErrorSummary errors={errors} />
      <Notice>
        <p>{m.assessment_evaluation_private()}</p>
      </Notice>
      {STATEMENTS.map((statement) => (
        <Choice
          key={statement}
          legend={statementInWords(statement)}
          name={statement}
          options={SCALE.map((step) => ({ value: String(step), label: stepInWords(step) }))}
          value={values[statement]}
          error={errors[statement]}
        />
      ))}
      {OPEN_QUESTIONS.map((question) => (
        <TextArea
          key={question}
          label={openQuestionInWords(question)}
          name={question}
          hint={m.assessment_evaluation_no_names()}
          rows={4}
          defaultValue={values[question]}
          error={errors[question]}
          optional
        />
      ))}
      <Button>{m.assessment_evaluation_send()}</Button>
    </form>
  );
}

/** What was written in a form that came too late, to take along. */
export function UnkeptTexts({ values }: { values: Record<string, string> }) {
  const written = OPEN_QUESTIONS.filter((question) => values[question]?.trim());
  if (written.length === 0) return null;
  return (
    <>
      <h2>{m.assessment_evaluation_yours()}</h2>
      {written.map((question) => (
        <div key={question}>
          <h3>{openQuestionInWords(question)}</h3>
          <blockquote className="own-text">{values[question]}</blockquote>
        </div>
      ))}
    </>
  );
}
