import { startOfDay } from "#app/platform/clock.ts";
import type { CompiledCourse } from "./compiled.ts";

/** Something a text rests on that is not, or no longer, certain enough to take money for. */
export interface Provisional {
  /** a source by its key in references.yaml, or a claim by its id in claims.yaml */
  kind: "source" | "claim";
  key: string;
  /** as readers see it: a source's short name, a claim's own words */
  name: string;
  why: "unchecked" | "review-past";
  /** the last day it could be relied on; null for what was never checked */
  reviewBy: string | null;
}

/** Whether the day by which something was to be looked at again is over in Amsterdam; that day itself still counts. */
export function isPast(reviewBy: string | null, now: Date): boolean {
  return reviewBy !== null && now >= startOfDay(new Date(`${reviewBy}T12:00:00Z`), 1);
}

/** Every source nobody has checked, and every source and claim that should have been looked at again by `now`. */
export function provisionalSources({ references, claims }: Pick<CompiledCourse, "references" | "claims">, now: Date): Provisional[] {
  const sources = Object.values(references).flatMap(({ key, short, checked, reviewBy }): Provisional[] => {
    if (!checked) return [{ kind: "source", key, name: short, why: "unchecked", reviewBy: null }];
    return isPast(reviewBy, now) ? [{ kind: "source", key, name: short, why: "review-past", reviewBy }] : [];
  });
  const old = Object.values(claims)
    .filter(({ reviewBy }) => isPast(reviewBy, now))
    .map(({ id, text, reviewBy }): Provisional => ({ kind: "claim", key: id, name: text, why: "review-past", reviewBy }));
  return [...sources, ...old];
}
