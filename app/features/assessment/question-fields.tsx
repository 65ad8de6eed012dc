import * as m from "#generated/paraglide/messages.js";
import type { Question } from "./questions.ts";

/** The field of one question's answer; also the id that an error leads to. */
export const answerField = (itemId: string) => `answer-${itemId}`;

/** One question with its options; course text is Dutch, whatever the interface speaks. */
export function QuestionFields({ question, total, error }: { question: Question; total: number; error?: string }) {
  const field = answerField(question.id);
  const several = question.kind === "multiple";
  const notes = [several ? `${field}-note` : "", error ? `${field}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className={error ? "question field-wrong" : "question"} id={field} tabIndex={-1} aria-describedby={notes || undefined}>
      <legend>
        <span className="question-number">{m.assessment_question({ number: question.number, total })}</span>
        <CourseText html={question.stem} className="question-stem" />
      </legend>
      <input type="hidden" name="shown" value={question.id} />
      {several ? (
        <p className="hint" id={`${field}-note`}>
          {m.assessment_several()}
        </p>
      ) : null}
      {question.options.map((option) => (
        <div className="choice-option" key={option.id}>
          <input
            id={`${field}-${option.id}`}
            type={several ? "checkbox" : "radio"}
            name={field}
            value={option.id}
            defaultChecked={question.chosen.includes(option.id)}
            autoComplete="off"
          />
          <label htmlFor={`${field}-${option.id}`}>
            <CourseText html={option.text} />
          </label>
        </div>
      ))}
      {error ? (
        <p className="field-error" id={`${field}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** A phrase of compiled course text, for places where a block may not stand. */
export function CourseText({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by catalogue's compiler, which lets no raw HTML through
  return <span className={className} lang="nl" dangerouslySetInnerHTML={{ __html: html }} />;
}
