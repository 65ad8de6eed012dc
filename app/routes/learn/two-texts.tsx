import { Form } from "@remix-run/react";
import type { TextVersion } from "#app/features/learning/writing.server.ts";
import { bothTexts } from "#app/features/learning/writing.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { Button } from "#app/ui/actions.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { forgetDraft, keepDraft } from "./drafts.ts";
import type { TextPlace } from "./text-place.ts";

interface TwoTextsProps {
  at: TextPlace;
  theirs: TextVersion;
  mine: string;
}

/** The same text was saved elsewhere: both side by side, nothing lost, and three ways on. */
export function TwoTexts({ at: { id: place, page, verbs, draftKey }, theirs, mine }: TwoTextsProps) {
  const id = `texts-${place}`;
  const form = { method: "post", action: `${verbs.save}#${place}` } as const;
  const version = <HiddenField name="version" value={String(theirs.version)} />;
  // Until the server has the choice, the device keeps it; once saved, the page finds both the same and forgets it.
  const keep = (event: { currentTarget: HTMLFormElement }) => {
    const text = new FormData(event.currentTarget).get("text");
    if (typeof text === "string") keepDraft(draftKey, { text, version: theirs.version });
  };
  return (
    <div className="two-texts">
      <Notice kind="warning" title={m.learning_stale_title()}>
        <p>{m.learning_stale_text()}</p>
      </Notice>
      <div className="two-texts-side">
        <div className="field">
          <label htmlFor={`${id}-theirs`}>{m.learning_stale_theirs({ moment: formatDateTime(theirs.savedAt, getLocale()) })}</label>
          <textarea id={`${id}-theirs`} rows={10} readOnly defaultValue={theirs.text} />
          {/* With the version in it, it is another address: a browser that is on the page already loads it anew. */}
          <a href={`${page}?kept=${theirs.version}#${place}`} className="button button-quiet" onClick={() => forgetDraft(draftKey)}>
            {m.learning_stale_keep_theirs()}
          </a>
        </div>
        <Form {...form} className="field" onSubmit={keep}>
          <label htmlFor={`${id}-mine`}>{m.learning_stale_mine()}</label>
          <textarea id={`${id}-mine`} name="text" rows={10} readOnly defaultValue={mine} />
          {version}
          <Button variant="quiet">{m.learning_stale_keep_mine()}</Button>
        </Form>
      </div>
      <Form {...form} className="field" onSubmit={keep}>
        <label htmlFor={`${id}-both`}>{m.learning_stale_together()}</label>
        <p className="hint" id={`${id}-hint`}>
          {m.learning_stale_together_hint()}
        </p>
        <textarea id={`${id}-both`} name="text" rows={14} aria-describedby={`${id}-hint`} defaultValue={bothTexts(theirs.text, mine)} />
        {version}
        <Button>{m.learning_stale_keep_both()}</Button>
      </Form>
    </div>
  );
}
