import { Form, useOutletContext } from "@remix-run/react";
import { type FormEvent, useEffect, useMemo, useRef } from "react";
import type { WritingBlock as CatalogueBlock } from "#app/features/catalogue/lesson-blocks.tsx";
import type { Writing } from "#app/features/learning/lesson-view.ts";
import { CASE_WORDS } from "#app/features/learning/writing.ts";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { ErrorSummary, HiddenField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Prose } from "#app/ui/prose.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { draftKey, forgetDraft } from "./drafts.ts";
import { discussionId, lessonVerbs, writingFormId } from "./learn-paths.ts";
import { announcement, isProblem, stateWords } from "./save-state.ts";
import { TwoTexts } from "./two-texts.tsx";
import { type Refused, useAutosave } from "./use-autosave.ts";
import type { WritingAnswer } from "./writing-answer.ts";

export interface WritingPlace {
  slug: string;
  lessonId: string;
  personId: string;
  block: CatalogueBlock;
  saved: Writing | null;
}

type Refusal = Exclude<WritingAnswer, { kind: "saved" }>;

/** One text of the learner: a form that saves itself where it can, or the text as it was handed in. */
export function WritingBlock({ refusal, ...place }: WritingPlace & { refusal?: Refusal }) {
  const { slug, lessonId, personId, block, saved } = place;
  const key = draftKey(personId, slug, block.id);
  if (saved?.submittedAt) return <HandedIn block={block} text={saved.text} at={saved.submittedAt} keyOfDraft={key} />;
  if (refusal?.kind !== "stale") return <Editor {...place} keyOfDraft={key} refusal={refusal} />;
  const action = lessonVerbs.writing(slug, lessonId, block.id);
  return (
    <TwoTexts
      blockId={block.id}
      action={action}
      place={paths.lesson(slug, lessonId, block.id)}
      theirs={refusal.theirs}
      mine={refusal.mine}
      draftKey={key}
    />
  );
}

function refusedOf(refusal: Refusal | undefined): Refused | null {
  if (!refusal || !("text" in refusal)) return null;
  return { text: refusal.text, state: refusal, version: "version" in refusal ? refusal.version : null };
}

function Editor({
  slug,
  lessonId,
  block,
  saved,
  keyOfDraft,
  refusal,
}: WritingPlace & { keyOfDraft: string; refusal?: Exclude<Refusal, { kind: "stale" }> }) {
  const action = lessonVerbs.writing(slug, lessonId, block.id);
  const refused = useMemo(() => refusedOf(refusal), [refusal]);
  const stored = {
    text: saved?.text ?? "",
    version: refused?.version ?? saved?.version ?? 0,
    savedAt: saved?.savedAt ?? null,
  };
  const { field, state, version, conflict, typed, send, lost, whenSaved } = useAutosave({
    draftKey: keyOfDraft,
    action: lessonVerbs.autosave(slug, lessonId, block.id),
    stored,
    refused,
  });
  const id = `text-${block.id}`;
  const place = writingFormId(block.id);
  // Gone as soon as someone types on; a next refusal takes the focus again.
  const errors = useMemo(
    () => (refused && refused.state.kind === state.kind ? { [id]: stateWords(refused.state, getLocale()) } : undefined),
    [refused, state.kind, id],
  );
  if (conflict)
    return (
      <TwoTexts blockId={block.id} action={action} place={paths.lesson(slug, lessonId, block.id)} draftKey={keyOfDraft} {...conflict} />
    );
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
    <Form method="post" action={`${action}#${place}`} id={place} className="writing field" onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <label htmlFor={id}>{block.kind === "case" ? m.learning_writing_case_label() : m.learning_writing_reflection_label()}</label>
      <p className="hint" id={`${id}-hint`}>
        {block.kind === "case" ? m.learning_writing_case_hint({ needed: CASE_WORDS }) : m.learning_writing_reflection_hint()}
      </p>
      <textarea
        id={id}
        name="text"
        rows={8}
        ref={field}
        defaultValue={refused?.text ?? stored.text}
        onInput={typed}
        onBlur={() => state.kind === "unsaved" && send()}
        aria-describedby={`${id}-hint ${id}-state`}
        aria-invalid={state.kind === "too-long" || state.kind === "too-short" ? true : undefined}
      />
      <HiddenField name="version" value={String(version)} />
      <p id={`${id}-state`} className={isProblem(state) ? "writing-state field-error" : "writing-state"}>
        {stateWords(state, getLocale())}{" "}
        {state.kind === "signed-out" ? (
          <TextLink to={paths.login(paths.lesson(slug, lessonId))}>{m.learning_writing_sign_in()}</TextLink>
        ) : null}
      </p>
      <p className="visually-hidden" role="status">
        {announcement(state, getLocale())}
      </p>
      <div className="actions">
        <button type="submit" className="button button-quiet">
          {m.learning_writing_save()}
        </button>
        {block.kind === "case" ? (
          <button
            type="submit"
            className="button button-primary"
            formAction={`${lessonVerbs.submitCase(slug, lessonId, block.id)}#${place}`}
          >
            {m.learning_writing_hand_in()}
          </button>
        ) : null}
      </div>
    </Form>
  );
}

function HandedIn({ block, text, at, keyOfDraft }: { block: CatalogueBlock; text: string; at: Date; keyOfDraft: string }) {
  const discussion = useRef<HTMLHeadingElement>(null);
  const place = discussionId(block.id);
  useEffect(() => forgetDraft(keyOfDraft), [keyOfDraft]);
  useEffect(() => {
    // Who has just handed in is led here by the address: the focus comes along.
    if (window.location.hash === `#${place}`) discussion.current?.focus();
  }, [place]);
  return (
    <div className="writing writing-handed-in">
      <p className="writing-state">{m.learning_writing_handed_in({ moment: formatDateTime(at, getLocale()) })}</p>
      <blockquote className="own-text">{text}</blockquote>
      {block.kind === "case" ? (
        <>
          <h4 id={place} tabIndex={-1} ref={discussion}>
            {m.learning_discussion()}
          </h4>
          <Prose html={block.discussion} />
        </>
      ) : null}
    </div>
  );
}

/** A refused save in its own place on the lesson page; or alone on a page, where the lesson may not be shown any more. */
export function RefusedWriting({ answer }: { answer: WritingAnswer | undefined }) {
  const place = useOutletContext<WritingPlace | null>();
  if (place) return <WritingBlock {...place} refusal={answer?.kind === "saved" ? undefined : answer} />;
  if (!answer || !("next" in answer)) return null;
  const out = answer.kind === "signed-out";
  return (
    <Page title={out ? m.learning_signed_out_title() : m.learning_closed_title()} narrow>
      <Notice kind="warning">
        <p>{out ? m.learning_signed_out_text() : m.learning_closed_text()}</p>
      </Notice>
      <div className="field">
        <label htmlFor="your-text">{m.learning_your_text()}</label>
        <textarea id="your-text" rows={14} readOnly defaultValue={answer.text} />
      </div>
      <div className="actions">
        <ButtonLink to={out ? paths.login(answer.next.replace(/#.*$/, "")) : paths.learn()}>
          {out ? m.learning_writing_sign_in() : m.learning_to_overview()}
        </ButtonLink>
      </div>
    </Page>
  );
}
