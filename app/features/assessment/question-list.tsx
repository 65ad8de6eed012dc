import * as m from "#generated/paraglide/messages.js";
import { answerField } from "./question-fields.tsx";

export type QuestionState = "open" | "answered" | "right" | "wrong";

/** All questions of a test, each with where it stands and the way to it; beside the questions where there is room, else above them. */
export function QuestionList({ questions }: { questions: { id: string; number: number; state: QuestionState }[] }) {
  return (
    <nav className="question-list" aria-label={m.assessment_list()}>
      <ol>
        {questions.map(({ id, number, state }) => (
          <li key={id} className={`question-${state}`}>
            <a href={`#${answerField(id)}`}>
              <span className="question-list-word">{m.assessment_list_question()}</span> {number}{" "}
              <span className="question-list-word">{stateWords(state)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function stateWords(state: QuestionState): string {
  switch (state) {
    case "open":
      return m.assessment_list_open();
    case "answered":
      return m.assessment_list_answered();
    case "right":
      return m.assessment_list_right();
    case "wrong":
      return m.assessment_list_wrong();
  }
}
