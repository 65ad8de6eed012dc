import { formatMinutes } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";

interface LessonContentsProps {
  steps: { id: string; title: string; minutes: number }[];
  /** false where no help lines were published */
  helpLines: boolean;
  locale: string;
}

/** What stands on this lesson's page and how long each part takes; the help lines are always one press away. */
export function LessonContents({ steps, helpLines, locale }: LessonContentsProps) {
  return (
    <nav className="lesson-contents" aria-label={m.learning_steps()}>
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            <a href={`#${step.id}`}>{step.title ? <span lang="nl">{step.title}</span> : m.learning_step_begin()}</a>{" "}
            <span className="lesson-contents-minutes">{formatMinutes(step.minutes, locale)}</span>
          </li>
        ))}
      </ol>
      {helpLines ? (
        <p>
          <a href="#hulplijnen">{m.learning_help_lines()}</a>
        </p>
      ) : null}
    </nav>
  );
}
