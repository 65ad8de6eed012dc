import * as m from "#generated/paraglide/messages.js";
import type { Requirement } from "./compiled.ts";
import { inLetters } from "./course-words.ts";

/** One condition for the certificate, as a sentence. */
export function needInWords(requirement: Requirement): string {
  switch (requirement.type) {
    case "lessons-finished":
      return m.catalogue_course_req_lessons({ count: requirement.lessons.length });
    case "cases-written":
      return m.catalogue_course_req_cases({ count: requirement.cases.length });
    case "check-passed":
      return m.catalogue_course_req_check({ percent: requirement.percent });
    case "final-test-passed":
      return m.catalogue_course_req_final({ percent: requirement.percent });
    case "vignettes-played":
      return m.catalogue_course_req_vignettes({ count: requirement.vignettes.length });
    case "evaluation-given":
      return m.catalogue_course_req_evaluation();
  }
}

/** All conditions as a list of sentences; knowledge checks that ask the same are one of them. */
export function needsInWords(requirements: readonly Requirement[]): string[] {
  const sentences = requirements.map((requirement) => {
    if (requirement.type !== "check-passed") return needInWords(requirement);
    const { percent } = requirement;
    const alike = requirements.filter((other) => other.type === "check-passed" && other.percent === percent).length;
    return alike === 1 ? needInWords(requirement) : m.catalogue_course_req_checks({ count: inLetters(alike), percent });
  });
  return [...new Set(sentences)];
}

const isTest = ({ type }: Requirement) => type === "check-passed" || type === "final-test-passed";

/** That nobody watches the tests being made, for a course that asks any; null for one without. */
export function unwatchedInWords(requirements: readonly Requirement[]): string | null {
  return requirements.some(isTest) ? m.catalogue_certificate_unwatched() : null;
}
