import { Form } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { HiddenField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";

export interface HintWords {
  /** the name it is put away under */
  hint: string;
  title: string;
  text: string;
}

/** A few sentences for someone who is here for the first time, until they put them away. */
export function FirstHint({ words: { hint, title, text }, next }: { words: HintWords; next: string }) {
  return (
    <aside className="first-hint" aria-label={title}>
      <p className="first-hint-title">{title}</p>
      <p>{text}</p>
      <Form method="post" action={paths.learnHint()} preventScrollReset>
        <HiddenField name="hint" value={hint} />
        <HiddenField name="next" value={next} />
        <button type="submit" className="linklike">
          {m.learning_hint_away()}
        </button>
      </Form>
    </aside>
  );
}
