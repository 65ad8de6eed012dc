import { paths } from "#app/paths.ts";
import type { NextStep } from "./next-step.ts";

/** The address of what comes next. Before Begin it is the course's page, where Begin is. */
export function nextPath(slug: string, next: NextStep): string {
  switch (next.kind) {
    case "resume":
      return paths.lesson(slug, next.lessonId, next.step?.id);
    case "lesson":
      return paths.lesson(slug, next.lessonId);
    case "case":
      return paths.lesson(slug, next.lessonId, next.blockId);
    case "vignette":
      return paths.vignette(slug, next.lessonId, next.vignetteId);
    case "evaluation":
      return paths.evaluation(slug);
    case "check":
    case "final-test":
      return paths.test(slug, next.testId);
    case "confirm-name":
      return paths.certificateName(slug);
    case "certificate":
      return paths.certificates();
    case "begin":
    case "waiting":
      return paths.learnCourse(slug);
  }
}
