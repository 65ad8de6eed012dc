import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { NextStep } from "./next-step.ts";

/** The one thing to do next, as a button that says it. Before Begin it leads to the course's page, where Begin is. */
export function NextStepLink({ slug, next }: { slug: string; next: NextStep }) {
  switch (next.kind) {
    case "begin":
      return <ButtonLink to={paths.learnCourse(slug)}>{m.learning_next_begin()}</ButtonLink>;
    case "resume":
      return (
        <ButtonLink to={paths.lesson(slug, next.lessonId, next.step?.id)} reload>
          {m.learning_next_resume({ title: next.step?.title || next.title })}
        </ButtonLink>
      );
    case "lesson":
      return (
        <ButtonLink to={paths.lesson(slug, next.lessonId)} reload>
          {m.learning_next_lesson({ title: next.title })}
        </ButtonLink>
      );
    case "case":
      return (
        <ButtonLink to={paths.lesson(slug, next.lessonId, next.blockId)} reload>
          {m.learning_next_case({ title: next.title })}
        </ButtonLink>
      );
    case "check":
      return <ButtonLink to={paths.test(slug, next.testId)}>{m.learning_next_check()}</ButtonLink>;
    case "final-test":
      return <ButtonLink to={paths.test(slug, next.testId)}>{m.learning_next_final()}</ButtonLink>;
    case "certificate":
      return <ButtonLink to={paths.certificateName(slug)}>{m.learning_next_certificate()}</ButtonLink>;
    case "waiting":
      return <ButtonLink to={paths.learnCourse(slug)}>{m.learning_next_waiting()}</ButtonLink>;
  }
}
