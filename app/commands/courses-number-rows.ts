import type { CheckedCourse } from "#app/features/catalogue/check-course.ts";
import { courseNumbers, pastReview } from "#app/features/catalogue/course-numbers.ts";
import { inDutch } from "./courses-warnings.ts";

/** What `courses:check` tells of a course that passes, row by row: a label and its numbers. courses/README.md says what each means. */
export function numberRows({ course, lessons, tests }: CheckedCourse, today: string): [string, string][] {
  const numbers = courseNumbers(course, lessons, tests);
  const late = pastReview(course, today);
  const { unchecked, checked } = numbers.sources;
  return [
    ["editie", `${course.edition}, revisie ${course.revision}`],
    ["woorden", `${numbers.words} in ${lessons.length} ${lessons.length === 1 ? "les" : "lessen"}`],
    ["zinnen", `gemiddeld ${inDutch(numbers.averageSentence)} woorden`],
    ["minuten", minutesOf(numbers.studyLoad)],
    ["stappen", `${numbers.steps.count}; langer dan tien minuten: ${listed(numbers.steps.long.map(longStep))}`],
    [
      "vragen",
      Object.entries(numbers.itemsPerOutcome)
        .map(([outcome, items]) => `${outcome}: ${items.check} check, ${items.final} toets`)
        .join("; "),
    ],
    ["beweringen", listed(Object.entries(numbers.claimsByVerdict).map(([verdict, count]) => `${verdict} ${count}`))],
    ["bronnen", `${checked} nagetrokken, ${unchecked.length} nog niet${unchecked.length > 0 ? `: ${unchecked.join(", ")}` : ""}`],
    ["herzien", `over de datum: ${listed([...late.claims, ...late.sources])}`],
  ];
}

function minutesOf({
  total,
  reading,
  media,
  reflection,
  case: cases,
  vignette,
  check,
  test,
  practice,
}: CheckedCourse["course"]["studyLoad"]) {
  const kinds = { lezen: reading, "beeld en geluid": media, reflecties: reflection, casus: cases, oefengesprekken: vignette };
  const parts = Object.entries({ ...kinds, kennischeck: check, eindtoets: test }).map(([kind, minutes]) => `${kind} ${minutes}`);
  return `${total} netto: ${parts.join(", ")}; daarnaast oefenen in het werk ${practice}`;
}

const longStep = ({ lesson, step, minutes }: { lesson: string; step: string; minutes: number }) => `${lesson}#${step} (${minutes})`;
const listed = (parts: readonly string[]) => (parts.length > 0 ? parts.join(", ") : "geen");
