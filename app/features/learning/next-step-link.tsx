import { ButtonLink } from "#app/ui/actions.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { nextPath } from "./next-path.ts";
import type { NextStep } from "./next-step.ts";

/** The one thing to do next, as a button that says it. */
export function NextStepLink({ slug, next, quiet }: { slug: string; next: NextStep; quiet?: boolean }) {
  // A lesson is a document of its own: it is not fetched ahead, and its anchor is found by the browser.
  const reload = next.kind === "resume" || next.kind === "lesson" || next.kind === "case";
  return (
    <ButtonLink to={nextPath(slug, next)} reload={reload} variant={quiet ? "quiet" : "primary"}>
      <NextWords next={next} />
    </ButtonLink>
  );
}

function NextWords({ next }: { next: NextStep }) {
  switch (next.kind) {
    case "begin":
      return m.learning_next_begin();
    case "resume":
      return <WithTitle say={(title) => m.learning_next_resume({ title })} title={next.step?.title || next.title} />;
    case "lesson":
      return <WithTitle say={(title) => m.learning_next_lesson({ title })} title={next.title} />;
    case "case":
      return <WithTitle say={(title) => m.learning_next_case({ title })} title={next.title} />;
    case "vignette":
      return <WithTitle say={(title) => m.learning_next_vignette({ title })} title={next.title} />;
    case "evaluation":
      return m.learning_next_evaluation();
    case "check":
      return m.learning_next_check();
    case "final-test":
      return m.learning_next_final();
    case "confirm-name":
      return m.learning_next_confirm();
    case "certificate":
      return m.learning_next_certificate();
    case "waiting":
      return m.learning_next_waiting();
  }
}
