import type { Standing } from "./standing.ts";

/** What comes next for somebody at a final test, as far as anybody can tell from outside. */
export type NextAttempt =
  | { state: "passed" | "exhausted" | "no-access" | "not-begun" | "now" }
  | { state: "under-way"; since: Date }
  | { state: "at"; opensAt: Date };

interface Seat {
  /** whether the enrolment gives access now */
  mayEnter: boolean;
  /** whether Begin was pressed */
  begun: boolean;
  openSince: Date | null;
}

/** The same doors in the same order as for the learner: the gate, the Begin, then the test's own rules. */
export function nextAttempt(standing: Standing, { mayEnter, begun, openSince }: Seat): NextAttempt {
  if (standing.state === "passed") return { state: "passed" };
  if (!mayEnter) return { state: "no-access" };
  if (!begun) return { state: "not-begun" };
  if (openSince) return { state: "under-way", since: openSince };
  if (standing.state === "exhausted") return { state: "exhausted" };
  return standing.state === "waiting" ? { state: "at", opensAt: standing.opensAt } : { state: "now" };
}
