import type { Requirement } from "#app/features/catalogue/compiled.ts";

/** Rises when completionOf would judge the same evidence differently. Kept with every completion. */
export const RULES_VERSION = 1;

/** Best value so far per key: a percentage for a test, 1 for everything that is done or not. */
export type Evidence = ReadonlyMap<string, number>;

export interface Rule {
  key: string;
  requirement: Requirement;
  met: boolean;
  /** lessons or cases done, or the best percentage */
  value: number;
  /** what `value` must reach */
  needed: number;
}

export interface CompletionState {
  complete: boolean;
  /** in the order of the edition */
  rules: Rule[];
  /** whole percent of what is asked; 100 exactly when complete */
  percent: number;
}

/** The key of the record that proves one lesson finished. */
export const lessonKey = (lessonId: string): string => `lesson-finished:${lessonId}`;
/** The key of the record that proves one case handed in. */
export const caseKey = (caseId: string): string => `case-written:${caseId}`;
/** The key of the record that proves one vignette walked to an end. */
export const vignetteKey = (vignetteId: string): string => `vignette-played:${vignetteId}`;

/**
 * A requirement's own key. For tests it is also the key their result is recorded under (value: whole percent); lessons,
 * cases and vignettes are recorded one by one under keys of their own, so that two finishing at once cannot overwrite each other.
 */
export function requirementKey(requirement: Requirement): string {
  return "test" in requirement ? `${requirement.type}:${requirement.test}` : requirement.type;
}

/** A course with a final test asks for it, also where its list of requirements forgot to. */
export function withFinalTest(requirements: readonly Requirement[], finalTest: { id: string; percent: number } | null): Requirement[] {
  const asked = requirements.some((requirement) => requirement.type === "final-test-passed" && requirement.test === finalTest?.id);
  if (!finalTest || asked) return [...requirements];
  return [...requirements, { type: "final-test-passed", test: finalTest.id, percent: finalTest.percent }];
}

/**
 * THE completion function: every screen, the nightly check and the certificate use this one. Complete = at least one
 * requirement, and all of them met. More evidence never makes less; a requirement this version does not know is not met; a
 * requirement that asks for nothing (an empty list) proves nothing and is not met.
 */
export function completionOf(requirements: readonly Requirement[], evidence: Evidence): CompletionState {
  const judged = requirements.map((requirement) => judge(requirement, evidence));
  const complete = judged.length > 0 && judged.every(({ rule }) => rule.met);
  const done = judged.reduce((sum, item) => sum + item.done, 0);
  const weight = judged.reduce((sum, item) => sum + item.weight, 0);
  const percent = complete ? 100 : Math.min(99, weight > 0 ? Math.floor((100 * done) / weight) : 0);
  return { complete, rules: judged.map(({ rule }) => rule), percent };
}

interface Judged {
  rule: Rule;
  /** how many of `weight` parts are done: a lesson, a case and a test weigh one each */
  done: number;
  weight: number;
}

function judge(requirement: Requirement, evidence: Evidence): Judged {
  switch (requirement.type) {
    case "lessons-finished":
      return judgeList(requirement, requirement.lessons.map(lessonKey), evidence);
    case "cases-written":
      return judgeList(requirement, requirement.cases.map(caseKey), evidence);
    case "vignettes-played":
      return judgeList(requirement, requirement.vignettes.map(vignetteKey), evidence);
    case "evaluation-given":
      return judgeList(requirement, [requirementKey(requirement)], evidence);
    case "check-passed":
    case "final-test-passed": {
      const key = requirementKey(requirement);
      // Zero percent passed is still a test taken.
      const value = evidence.get(key);
      const met = value !== undefined && value >= requirement.percent;
      return { rule: { key, requirement, met, value: value ?? 0, needed: requirement.percent }, done: met ? 1 : 0, weight: 1 };
    }
    default:
      return unknown(requirement);
  }
}

function judgeList(requirement: Requirement, keys: string[], evidence: Evidence): Judged {
  const asked = [...new Set(keys)];
  const value = asked.filter((key) => (evidence.get(key) ?? 0) >= 1).length;
  const needed = Math.max(1, asked.length);
  return { rule: { key: requirementKey(requirement), requirement, met: value >= needed, value, needed }, done: value, weight: needed };
}

/** Stored by a later version than this one: safer unmet than waved through. */
function unknown(requirement: never): Judged {
  const stored = requirement as Requirement;
  return { rule: { key: requirementKey(stored), requirement: stored, met: false, value: 0, needed: 1 }, done: 0, weight: 1 };
}
