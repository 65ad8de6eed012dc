import { Outlet, useParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import * as m from "#generated/paraglide/messages.js";
import { readDraft } from "./drafts.ts";
import type { TextPlace } from "./text-place.ts";
import { WritingBlock } from "./writing-block.tsx";

/** The learner's own note at the end of a step: folded away until there is one. */
export function StepNote({ stepId, place }: { stepId: string; place: TextPlace }) {
  const refusedAt = useParams().stepId;
  const box = useRef<HTMLDetailsElement>(null);
  const written = Boolean(place.saved?.text);
  const refused = refusedAt === stepId;
  useEffect(() => {
    // What this device still holds must not lie hidden; and who is led here wants to write.
    if (box.current && (readDraft(place.draftKey) || window.location.hash === `#${place.id}`)) box.current.open = true;
  }, [place.draftKey, place.id]);
  return (
    <details className="step-note" id={place.id} data-note={stepId} open={written || refused} ref={box}>
      <summary>{written ? m.learning_note_own() : m.learning_note_add()}</summary>
      {refused ? <Outlet context={place} /> : <WritingBlock key={place.id} place={place} />}
    </details>
  );
}
