import type { CompiledLesson, StudyLoad, TestDefinition } from "../compiled.ts";

/** Minutes for one question: the final test has no feedback between questions, but more to weigh. */
const MINUTES_PER_CHECK_ITEM = 1;
const MINUTES_PER_FINAL_ITEM = 1.5;

/** How many questions one attempt has. */
export function questionsDrawn(test: TestDefinition): number {
  if (test.drawPerOutcome === null) return test.items.length;
  return new Set(test.items.map((item) => item.outcome)).size * test.drawPerOutcome;
}

/** A lesson's net minutes; practice at work is counted apart. */
export function lessonMinutes(lesson: CompiledLesson): number {
  return lesson.minutes.reading + lesson.minutes.media + lesson.minutes.reflection + lesson.minutes.case + lesson.minutes.vignette;
}

/** The net study load of a course in whole minutes: the sum of what its lessons and tests say, never a declaration. */
export function computeStudyLoad(lessons: readonly CompiledLesson[], tests: readonly TestDefinition[]): StudyLoad {
  const sum = (kind: keyof CompiledLesson["minutes"]) => lessons.reduce((total, lesson) => total + lesson.minutes[kind], 0);
  const ask = (kind: TestDefinition["kind"], minutes: number) =>
    Math.round(tests.filter((test) => test.kind === kind).reduce((total, test) => total + questionsDrawn(test) * minutes, 0));
  const load = {
    reading: sum("reading"),
    media: sum("media"),
    reflection: sum("reflection"),
    case: sum("case"),
    vignette: sum("vignette"),
    check: ask("check", MINUTES_PER_CHECK_ITEM),
    test: ask("final", MINUTES_PER_FINAL_ITEM),
  };
  return { ...load, total: Object.values(load).reduce((total, minutes) => total + minutes, 0), practice: sum("practice") };
}
