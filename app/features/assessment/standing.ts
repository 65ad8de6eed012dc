import type { TestDefinition } from "#app/features/catalogue/compiled.ts";
import { HOUR, MINUTE } from "#app/platform/clock.ts";

export interface SubmittedAttempt {
  submittedAt: Date;
  passed: boolean;
}

/** Whether a next attempt may start. `left` counts attempts still allowed; null means without limit. */
export type Standing =
  | { state: "ready"; left: number | null }
  | { state: "waiting"; opensAt: Date; left: number | null }
  | { state: "passed" }
  | { state: "exhausted" };

type AttemptRules = Pick<TestDefinition, "kind" | "attempts" | "waitHours">;

/**
 * The rules with the attempts the office gave on top of them. The waiting time stays: it is there to reread, and whoever gets an
 * extra attempt has seen the answers of the last one, so that there is more reason for it and not less.
 */
export function withExtra<Rules extends Pick<AttemptRules, "attempts">>(rules: Rules, extra: number): Rules {
  return rules.attempts === null ? rules : { ...rules, attempts: rules.attempts + extra };
}

/**
 * Limit and waiting time are the edition's own data. A final test is over once passed; a check may always be made again.
 * The next attempt opens `waitHours` after the last one was handed in, and then at the next whole minute: the moment that pages name is
 * the moment at which it opens.
 */
export function standingOf(rules: AttemptRules, submitted: readonly SubmittedAttempt[], now: Date): Standing {
  if (rules.kind === "final" && submitted.some((attempt) => attempt.passed)) return { state: "passed" };
  const left = rules.attempts === null ? null : Math.max(0, rules.attempts - submitted.length);
  if (left === 0) return { state: "exhausted" };
  const last = Math.max(...submitted.map((attempt) => attempt.submittedAt.getTime()));
  const opensAt = new Date(Math.ceil((last + rules.waitHours * HOUR) / MINUTE) * MINUTE);
  return submitted.length > 0 && opensAt > now ? { state: "waiting", opensAt, left } : { state: "ready", left };
}
