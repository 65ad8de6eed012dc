import type { CompiledLesson, Requirement, TestDefinition } from "../compiled.ts";
import type { CourseFile } from "./course-schema.ts";
import type { Report } from "./problems.ts";
import type { Located } from "./yaml-door.ts";

type Declared = CourseFile["requirements"][number];
type Fault = (message: string, advice: string) => void;

/** The conditions for completion, with the lessons and tests they are about filled in. */
export function compileRequirements(
  course: Located<CourseFile>,
  lessons: CompiledLesson[],
  tests: TestDefinition[],
  report: Report,
): Requirement[] {
  const declared = course.value.requirements;
  return declared.flatMap((requirement, index) => {
    const fault: Fault = (message, advice) => report({ file: course.file, line: course.line(["requirements", index]), message, advice });
    const first = declared.findIndex((other) => JSON.stringify(other) === JSON.stringify(requirement));
    if (first !== index) fault("Deze eis staat er twee keer.", "Haal er één weg.");
    return compileRequirement(requirement, lessons, tests, fault) ?? [];
  });
}

function compileRequirement(requirement: Declared, lessons: CompiledLesson[], tests: TestDefinition[], fault: Fault): Requirement | null {
  switch (requirement.type) {
    case "lessons-finished":
      return { type: requirement.type, lessons: lessons.map((lesson) => lesson.id) };
    case "cases-written":
      for (const id of requirement.cases) {
        if (!hasBlock(lessons, "case", id)) fault(`Casus ‘${id}’ bestaat niet in de lessen.`, "Verbeter het id, of haal de eis weg.");
      }
      return { type: requirement.type, cases: requirement.cases };
    case "vignettes-played":
      for (const id of requirement.vignettes) {
        if (!hasBlock(lessons, "vignette", id)) fault(`Vignet ‘${id}’ bestaat niet in de lessen.`, "Verbeter het id, of haal de eis weg.");
      }
      return { type: requirement.type, vignettes: requirement.vignettes };
    case "evaluation-given":
      return { type: requirement.type };
    case "check-passed":
    case "final-test-passed": {
      const test = testOf(requirement, tests);
      if (!test) {
        fault("Deze eis gaat over een toets die er niet is.", "Verbeter het id, voeg de toets toe, of haal de eis weg.");
        return null;
      }
      if (test.percent !== requirement.percent)
        fault(`De eis zegt ${requirement.percent} %, de toets zelf ${test.percent} %.`, "Maak de twee gelijk.");
      return { type: requirement.type, test: test.id, percent: requirement.percent };
    }
  }
}

function hasBlock(lessons: CompiledLesson[], kind: "case" | "vignette", id: string): boolean {
  return lessons.some((lesson) => lesson.steps.some((step) => step.blocks.some((block) => block.kind === kind && block.id === id)));
}

function testOf(requirement: Extract<Declared, { percent: number }>, tests: TestDefinition[]): TestDefinition | undefined {
  if (requirement.type === "final-test-passed") return tests.find((test) => test.kind === "final");
  return tests.find((test) => test.kind === "check" && test.id === requirement.check);
}
