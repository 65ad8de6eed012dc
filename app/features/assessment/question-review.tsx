import * as m from "#generated/paraglide/messages.js";
import { CourseText } from "./question-fields.tsx";
import type { ReviewedQuestion } from "./questions.ts";

/** One question after the fact: what was chosen, whether it was right, and why, as far as that may be known. */
export function QuestionReview({
  question,
  total,
  under: Heading,
}: {
  question: ReviewedQuestion;
  total: number;
  /** the heading's level on this page */
  under: "h2" | "h3";
}) {
  const verdict = question.right ? m.assessment_right() : m.assessment_wrong();
  return (
    <article className={question.right ? "question question-right" : "question question-wrong"} id={`answer-${question.id}`} tabIndex={-1}>
      <Heading className="question-heading">
        <span className="question-number">
          {m.assessment_question({ number: question.number, total })} <strong className="verdict">{verdict}</strong>
        </span>
        <CourseText html={question.stem} className="question-stem" />
      </Heading>
      <ul className="reviewed-options">
        {question.options.map((option) => (
          <li key={option.id} className={option.chosen ? "option-chosen" : undefined}>
            <CourseText html={option.text} />
            <OptionMarks chosen={option.chosen} correct={option.correct} />
            {option.feedback ? (
              <p className="option-feedback">
                <CourseText html={option.feedback} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {question.explanation ? (
        <p className="question-explanation">
          <strong>{m.assessment_explanation()}</strong> <CourseText html={question.explanation} />
        </p>
      ) : null}
      <Sources sources={question.sources} />
    </article>
  );
}

function OptionMarks({ chosen, correct }: { chosen: boolean; correct: boolean | null }) {
  const marks = [correct === true ? m.assessment_correct() : "", chosen ? m.assessment_chosen() : ""].filter(Boolean);
  return marks.length > 0 ? <span className="option-marks"> ({marks.join(", ")})</span> : null;
}

function Sources({ sources }: { sources: ReviewedQuestion["sources"] }) {
  if (sources.length === 0) return null;
  return (
    <details className="question-sources">
      <summary>{m.assessment_sources()}</summary>
      <ul>
        {sources.map((source) => (
          <li key={source.full}>
            <CourseText html={source.full} />
          </li>
        ))}
      </ul>
    </details>
  );
}
