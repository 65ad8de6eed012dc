import { useOutletContext } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Prose } from "#app/ui/prose.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { forgetDraft } from "./drafts.ts";
import { discussionId } from "./learn-paths.ts";
import { TextEditor } from "./text-editor.tsx";
import type { TextPlace } from "./text-place.ts";
import { TwoTexts } from "./two-texts.tsx";
import type { WritingAnswer } from "./writing-answer.ts";

/** One text of the learner: a form that saves itself where it can, or the text as it was handed in. */
export function WritingBlock({ place, refusal }: { place: TextPlace; refusal?: Exclude<WritingAnswer, { kind: "saved" }> }) {
  // A text that came after the handing in is not lost: it comes back in its field, to be copied.
  if (place.saved?.submittedAt && refusal?.kind !== "handed-in")
    return <HandedIn place={place} text={place.saved.text} at={place.saved.submittedAt} />;
  if (refusal?.kind === "stale") return <TwoTexts at={place} theirs={refusal.theirs} mine={refusal.mine} />;
  return <TextEditor place={place} refusal={refusal} />;
}

function HandedIn({ place: { id, kind, draftKey, discussion }, text, at }: { place: TextPlace; text: string; at: Date }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const anchor = discussionId(id);
  useEffect(() => forgetDraft(draftKey), [draftKey]);
  useEffect(() => {
    // Who has just handed in is led here by the address: the focus comes along.
    if (window.location.hash === `#${anchor}`) heading.current?.focus();
  }, [anchor]);
  return (
    <div className="writing writing-handed-in">
      <p className="writing-state">{m.learning_writing_handed_in({ moment: formatDateTime(at, getLocale()) })}</p>
      <blockquote className="own-text">{text}</blockquote>
      {kind === "case" ? (
        <>
          <h4 id={anchor} tabIndex={-1} ref={heading}>
            {m.learning_discussion()}
          </h4>
          <Prose html={discussion} />
        </>
      ) : null}
    </div>
  );
}

/** A refused save in its own place on the lesson page; or alone on a page, where the lesson may not be shown any more. */
export function RefusedWriting({ answer }: { answer: WritingAnswer | undefined }) {
  const place = useOutletContext<TextPlace | null>();
  if (place) return <WritingBlock place={place} refusal={answer?.kind === "saved" ? undefined : answer} />;
  if (!answer || !("next" in answer)) return null;
  const { title, text, onward } = aloneWords(answer);
  return (
    <Page title={title} narrow>
      <Notice kind="warning">
        <p>{text}</p>
      </Notice>
      <div className="field">
        <label htmlFor="your-text">{m.learning_your_text()}</label>
        <textarea id="your-text" rows={14} readOnly defaultValue={answer.text} />
      </div>
      <div className="actions">
        <ButtonLink to={onward.to}>{onward.label}</ButtonLink>
      </div>
    </Page>
  );
}

/** What stands around a text that has no place on the page any more, and the way on. */
function aloneWords({ kind, next }: Extract<WritingAnswer, { next: string }>) {
  switch (kind) {
    case "signed-out":
      return {
        title: m.learning_signed_out_title(),
        text: m.learning_signed_out_text(),
        onward: { to: paths.login(next.replace(/#.*$/, "")), label: m.learning_writing_sign_in() },
      };
    case "closed":
      return {
        title: m.learning_closed_title(),
        text: m.learning_closed_text(),
        onward: { to: paths.learn(), label: m.learning_to_overview() },
      };
    case "gone":
      return {
        title: m.learning_gone_title(),
        text: m.learning_gone_text(),
        onward: { to: next, label: m.learning_to_course_home() },
      };
  }
}
