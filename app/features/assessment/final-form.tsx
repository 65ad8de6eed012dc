import { useMemo, useRef, useState } from "react";
import { formatTime } from "#app/platform/i18n/format.ts";
import { Button } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Progress } from "#app/ui/progress.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { OpenQuestions } from "./open-questions.tsx";
import { answerField, QuestionFields } from "./question-fields.tsx";
import { QuestionList } from "./question-list.tsx";
import type { Question } from "./questions.ts";
import type { TestPage } from "./test-page.server.ts";
import { type SaveState, useAutosave } from "./use-autosave.tsx";

export interface TestActions {
  start: string;
  save: string;
  submit: string;
  answer: string;
  autosave: string;
}

/** The whole final test as one form: keep it and come back, or hand it in. */
export function FinalForm({
  open,
  actions,
  errors,
}: {
  open: NonNullable<TestPage["open"]>;
  actions: TestActions;
  errors?: Record<string, string>;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [answered, setAnswered] = useState(
    () => new Set(open.questions.filter(({ chosen }) => chosen.length > 0).map(({ id }) => answerField(id))),
  );
  const total = open.questions.length;
  const { saved, broughtBack } = useAutosave(form, {
    url: actions.autosave,
    attemptId: open.attemptId,
    savedAt: open.savedAt,
    onChoice: (element) => setAnswered(new Set([...new FormData(element).keys()].filter((name) => name.startsWith("answer-")))),
  });
  const summary = useMemo(() => unansweredSummary(open.questions, errors), [open.questions, errors]);
  return (
    <form method="post" action={actions.save} ref={form} className="test-form test-questions">
      <div className="test-side">
        <Progress value={answered.size} max={total} label={m.assessment_check_progress({ answered: answered.size, total })} />
        <QuestionList
          questions={open.questions.map(({ id, number }) => ({ id, number, state: answered.has(answerField(id)) ? "answered" : "open" }))}
        />
      </div>
      <div className="test-main">
        <ErrorSummary errors={summary} />
        {broughtBack ? (
          <Notice>
            <p>{m.assessment_brought_back()}</p>
          </Notice>
        ) : null}
        <HiddenField name="attemptId" value={open.attemptId} />
        {open.questions.map((question) => (
          <QuestionFields key={question.id} question={question} total={total} error={errors?.[answerField(question.id)]} />
        ))}
        <SavedLine saved={saved} savedAt={open.savedAt} />
        <OpenQuestions questions={open.questions.filter(({ id }) => !answered.has(answerField(id)))} />
        <p className="hint">{m.assessment_submit_note()}</p>
        {/* Enter on an answer presses a form's first button: that one keeps, and never hands in. */}
        <div className="actions">
          <Button variant="quiet">{m.assessment_save()}</Button>
          <button type="submit" className="button button-primary" formAction={actions.submit}>
            {m.assessment_submit()}
          </button>
        </div>
      </div>
    </form>
  );
}

/** One line for all that is still open, leading to the first. */
function unansweredSummary(questions: Question[], errors: Record<string, string> | undefined): Record<string, string> | undefined {
  const open = questions.filter((question) => errors?.[answerField(question.id)]);
  const [first] = open;
  if (!first) return errors;
  const numbers = open.map(({ number }) => number).join(", ");
  const words =
    open.length === 1
      ? m.assessment_error_unanswered({ number: numbers })
      : m.assessment_error_unanswered_many({ count: open.length, numbers });
  return { [answerField(first.id)]: words };
}

/** Said aloud once, when saving starts to fail or the test turns out to be handed in; success is only shown. */
function SavedLine({ saved, savedAt }: { saved: SaveState; savedAt: Date }) {
  const at = saved.state === "saved" ? saved.at : savedAt;
  const text = saved.state === "saving" ? m.assessment_saving() : m.assessment_saved_at({ time: formatTime(at, getLocale()) });
  const said = saved.state === "failed" ? m.assessment_not_saved() : saved.state === "handed-in" ? m.assessment_handed_in_already() : "";
  return (
    <>
      {said ? null : <p className="saved-line">{text}</p>}
      <p className="saved-line saved-failed" role="status">
        {said}
      </p>
    </>
  );
}
