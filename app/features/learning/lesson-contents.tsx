import { formatMinutes } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";

interface LessonContentsProps {
  steps: { id: string; title: string; minutes: number }[];
  /** the step in view, once the page's script knows */
  here: string | null;
  locale: string;
}

/** What stands on this lesson's page and how long each part takes, set as the contents of a book. */
export function LessonContents({ steps, here, locale }: LessonContentsProps) {
  return (
    <nav className="lesson-contents" aria-labelledby="steps-title">
      <h2 id="steps-title">{m.learning_steps()}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            <a href={`#${step.id}`} aria-current={step.id === here ? "location" : undefined}>
              {step.title ? <span lang="nl">{step.title}</span> : m.learning_step_begin()}
            </a>{" "}
            <span className="lesson-contents-minutes">{formatMinutes(step.minutes, locale)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
