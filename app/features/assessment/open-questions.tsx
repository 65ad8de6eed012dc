import { useEffect, useState } from "react";
import * as m from "#generated/paraglide/messages.js";
import { answerField } from "./question-fields.tsx";

/**
 * Before handing in: which questions are still without an answer, each a link to it. Only where the page's script counts along: what was
 * true when the page was made would mislead.
 */
export function OpenQuestions({ questions }: { questions: { id: string; number: number }[] }) {
  const [counting, setCounting] = useState(false);
  useEffect(() => setCounting(true), []);
  if (!counting || questions.length === 0) return null;
  return (
    <p className="open-questions">
      {questions.length === 1 ? m.assessment_open_one() : m.assessment_open_many({ count: questions.length })}
      {questions.map(({ id, number }, position) => (
        <span key={id}>
          {position > 0 ? ", " : " "}
          <a href={`#${answerField(id)}`}>{number}</a>
        </span>
      ))}
    </p>
  );
}
