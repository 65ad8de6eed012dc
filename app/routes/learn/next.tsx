import { FinalPause } from "#app/features/assessment/final-pause.tsx";
import type { Standing as FinalStanding } from "#app/features/assessment/standing.ts";
import type { NextStep } from "#app/features/learning/next-step.ts";
import { NextStepLink } from "#app/features/learning/next-step-link.tsx";

interface NextProps {
  slug: string;
  next: NextStep;
  final: FinalStanding | null;
  /** where another thing is to be done first */
  quiet?: boolean;
}

/** The one thing to do next; or, while the final test may not be tried, since when it may. */
export function Next({ slug, next, final, quiet }: NextProps) {
  if (next.kind === "final-test" && (final?.state === "waiting" || final?.state === "exhausted"))
    return <FinalPause slug={slug} testId={next.testId} standing={final} />;
  return <NextStepLink slug={slug} next={next} quiet={quiet} />;
}
