import { Form } from "@remix-run/react";
import { type FormEvent, useMemo } from "react";
import { CASE_WORDS } from "#app/features/learning/writing.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { writingFormId } from "./learn-paths.ts";
import { announcement, isProblem, stateWords } from "./save-state.ts";
import type { TextPlace } from "./text-place.ts";
import { TwoTexts } from "./two-texts.tsx";
import { type Refused, useAutosave } from "./use-autosave.ts";
import type { WritingAnswer } from "./writing-answer.ts";

type Refusal = Exclude<WritingAnswer, { kind: "saved" | "stale" }>;

function refusedOf(refusal: Refusal | undefined): Refused | null {
  if (!refusal || !("text" in refusal)) return null;
  return { text: refusal.text, state: refusal, version: "version" in refusal ? refusal.version : null };
}

/** What the field is called, and who reads what stands in it. */
function wordsFor(kind: TextPlace["kind"]): { label: string; hint: string } {
  switch (kind) {
    case "case":
      return { label: m.learning_writing_case_label(), hint: m.learning_writing_case_hint({ needed: CASE_WORDS }) };
    case "reflection":
      return { label: m.learning_writing_reflection_label(), hint: m.learning_writing_reflection_hint() };
    case "note":
      return { label: m.learning_note_label(), hint: m.learning_note_hint() };
  }
}

/** A text's form, which saves itself where it can. One line, always in the same place, says where the text is. */
export function TextEditor({ place, refusal }: { place: TextPlace; refusal?: Refusal }) {
  const { saved, verbs } = place;
  const refused = useMemo(() => refusedOf(refusal), [refusal]);
  const stored = {
    text: saved?.text ?? "",
    version: refused?.version ?? saved?.version ?? 0,
    savedAt: saved?.savedAt ?? null,
  };
  const { field, state, version, conflict, broughtBack, typed, send, lost, whenSaved } = useAutosave({
    draftKey: place.draftKey,
    action: verbs.autosave,
    stored,
    refused,
  });
  const id = `text-${place.id}`;
  const formId = writingFormId(place.id);
  const { label, hint } = wordsFor(place.kind);
  // Gone as soon as someone types on; a next refusal takes the focus again.
  const errors = useMemo(
    () => (refused && refused.state.kind === state.kind ? { [id]: stateWords(refused.state, getLocale()) } : undefined),
    [refused, state.kind, id],
  );
  if (conflict) return <TwoTexts at={place} {...conflict} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const form = event.currentTarget;
    if (!button?.hasAttribute("formaction")) {
      event.preventDefault();
      send();
    } else if (!navigator.onLine) {
      event.preventDefault();
      lost();
    } else if (whenSaved(() => form.requestSubmit(button))) event.preventDefault();
  };
  return (
    <Form method="post" action={`${verbs.save}#${formId}`} id={formId} className="writing field" discover="none" onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        name="text"
        rows={place.kind === "note" ? 4 : 8}
        ref={field}
        defaultValue={refused?.text ?? stored.text}
        onInput={typed}
        onBlur={() => state.kind === "unsaved" && send()}
        aria-describedby={`${id}-hint ${id}-state`}
        aria-invalid={state.kind === "too-long" || state.kind === "too-short" ? true : undefined}
      />
      <HiddenField name="version" value={String(version)} />
      {broughtBack ? <p className="brought-back">{m.learning_writing_brought_back()}</p> : null}
      <p id={`${id}-state`} className={isProblem(state) ? "writing-state field-error" : "writing-state"}>
        {stateWords(state, getLocale())}{" "}
        {state.kind === "signed-out" ? <TextLink to={paths.login(place.page)}>{m.learning_writing_sign_in()}</TextLink> : null}
      </p>
      <p className="visually-hidden" role="status">
        {announcement(state, getLocale())}
      </p>
      <div className="actions">
        <button type="submit" className="button button-quiet">
          {place.kind === "note" ? m.learning_note_save() : m.learning_writing_save()}
        </button>
        {verbs.submit ? (
          <button type="submit" className="button button-primary" formAction={`${verbs.submit}#${formId}`}>
            {m.learning_writing_hand_in()}
          </button>
        ) : null}
      </div>
    </Form>
  );
}
