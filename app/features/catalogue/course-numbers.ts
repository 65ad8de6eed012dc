import type { CompiledCourse, CompiledLesson, StudyLoad, TestDefinition, Verdict } from "./compiled.ts";

/** What a maker wants to know of a course besides that it is right. */
export interface CourseNumbers {
  words: number;
  /** whole minutes */
  studyLoad: StudyLoad;
  /** outcome id → questions in checks and in the final test's pool */
  itemsPerOutcome: Record<string, { check: number; final: number }>;
  claimsByVerdict: Partial<Record<Verdict, number>>;
  sources: { checked: number; unchecked: string[] };
  /** words in a sentence, on average, over all lessons; one decimal */
  averageSentence: number;
}

export function courseNumbers(course: CompiledCourse, lessons: readonly CompiledLesson[], tests: readonly TestDefinition[]): CourseNumbers {
  const itemsPerOutcome: CourseNumbers["itemsPerOutcome"] = Object.fromEntries(
    course.outcomes.map(({ id }) => [id, { check: 0, final: 0 }]),
  );
  for (const test of tests) {
    for (const item of test.items) {
      const counts = itemsPerOutcome[item.outcome];
      if (counts) counts[test.kind] += 1;
    }
  }
  const claimsByVerdict: CourseNumbers["claimsByVerdict"] = {};
  for (const block of lessons.flatMap((lesson) => lesson.steps.flatMap((step) => step.blocks))) {
    if (block.kind === "claim") claimsByVerdict[block.verdict] = (claimsByVerdict[block.verdict] ?? 0) + 1;
  }
  const references = Object.values(course.references);
  const lengths = lessons.flatMap(sentences).map((sentence) => sentence.split(/\s+/).length);
  return {
    words: lessons.reduce((total, lesson) => total + lesson.words, 0),
    studyLoad: course.studyLoad,
    itemsPerOutcome,
    claimsByVerdict,
    sources: {
      checked: references.filter((reference) => reference.checked).length,
      unchecked: references.filter((reference) => !reference.checked).map((reference) => reference.key),
    },
    averageSentence: lengths.length === 0 ? 0 : Math.round((lengths.reduce((sum, length) => sum + length, 0) / lengths.length) * 10) / 10,
  };
}

/** The sentences of running text: paragraphs and list items, tables and headings left out. */
function sentences(lesson: CompiledLesson): string[] {
  const html = lesson.steps.flatMap((step) => step.blocks.map((block) => block.html)).join("\n");
  const running = html.replace(/<table>[\s\S]*?<\/table>/g, "").replace(/<h\d[^>]*>[\s\S]*?<\/h\d>/g, "");
  return running
    .split(/<\/(?:p|li)>/)
    .map((paragraph) =>
      paragraph
        .replace(/<[^>]*>/g, "")
        .replace(/&#x26;/g, "&")
        .trim(),
    )
    .flatMap((paragraph) => paragraph.split(/(?<=[.?!][’)]?)\s+(?=[\p{Lu}‘(])/u))
    .filter((sentence) => /\p{L}/u.test(sentence));
}
