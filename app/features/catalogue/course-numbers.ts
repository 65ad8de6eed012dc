import type { Block, CompiledCourse, CompiledLesson, StudyLoad, TestDefinition, Verdict } from "./compiled.ts";

/** What a maker wants to know of a course besides that it is right. */
export interface CourseNumbers {
  words: number;
  /** whole minutes */
  studyLoad: StudyLoad;
  /** outcome id → questions in checks and in the final test's pool */
  itemsPerOutcome: Record<string, { check: number; final: number }>;
  /** of the claims that the lessons speak of, each counted once */
  claimsByVerdict: Partial<Record<Verdict, number>>;
  sources: { checked: number; unchecked: string[] };
  /** words in a sentence, on average, over all lessons; one decimal */
  averageSentence: number;
  steps: { count: number; long: LongStep[] };
}

/** A step that takes longer than ten minutes: a case with a step of its own may. */
export interface LongStep {
  lesson: string;
  step: string;
  /** rounded up */
  minutes: number;
}

const LONG = 10;
/** from sure to unsure, and what is advice */
const VERDICTS: readonly Verdict[] = ["S", "SC", "C", "U", "P"];

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
  const references = Object.values(course.references);
  return {
    words: lessons.reduce((total, lesson) => total + lesson.words, 0),
    studyLoad: course.studyLoad,
    itemsPerOutcome,
    claimsByVerdict: countVerdicts(course, lessons),
    sources: {
      checked: references.filter((reference) => reference.checked).length,
      unchecked: references.filter((reference) => !reference.checked).map((reference) => reference.key),
    },
    averageSentence: averageSentence(lessons),
    steps: {
      count: lessons.reduce((total, lesson) => total + lesson.steps.length, 0),
      long: lessons.flatMap((lesson) => longSteps(lesson, course.readingSpeed)),
    },
  };
}

/** What the ledger holds of the claims that lessons make; and boxes of a course from before there were ledgers, which judge for themselves. */
function countVerdicts(course: CompiledCourse, lessons: readonly CompiledLesson[]): CourseNumbers["claimsByVerdict"] {
  const verdicts = new Map<string, Verdict>();
  for (const block of lessons.flatMap((lesson) => lesson.steps.flatMap((step) => step.blocks)))
    if (block.kind === "claim") verdicts.set(block.ledger, block.verdict);
  for (const claim of Object.values(course.claims)) verdicts.set(claim.id, claim.verdict);
  const given = [...verdicts.values()];
  const counts = VERDICTS.map((verdict) => [verdict, given.filter((one) => one === verdict).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** What should have been weighed or looked up again before `today` (2026-11-22). */
export function pastReview(course: CompiledCourse, today: string): { claims: string[]; sources: string[] } {
  const late = ({ reviewBy }: { reviewBy: string | null }) => reviewBy !== null && reviewBy < today;
  return {
    claims: Object.values(course.claims)
      .filter(late)
      .map(({ id }) => id),
    sources: Object.values(course.references)
      .filter(late)
      .map(({ key }) => key),
  };
}

/** Words in a sentence, on average; one decimal. 0 where nothing is said. */
export function averageSentence(lessons: readonly CompiledLesson[]): number {
  const lengths = lessons.flatMap(sentences).map((sentence) => sentence.split(/\s+/).length);
  return lengths.length === 0 ? 0 : Math.round((lengths.reduce((sum, length) => sum + length, 0) / lengths.length) * 10) / 10;
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

/** As the check reckons: reading, and what is asked beside it; practice at work is counted apart. */
function longSteps(lesson: CompiledLesson, wordsPerMinute: number): LongStep[] {
  return lesson.steps.flatMap((step) => {
    const words = [step.title, ...step.blocks.flatMap(readHtml)].reduce((sum, text) => sum + wordsIn(text), 0);
    const asked = step.blocks.reduce((sum, block) => sum + ("minutes" in block && block.kind !== "practice" ? block.minutes : 0), 0);
    const minutes = words / wordsPerMinute + asked;
    return minutes > LONG ? [{ lesson: lesson.id, step: step.id, minutes: Math.ceil(minutes) }] : [];
  });
}

/** What of a block counts as reading; the minutes of the others cover their words. */
function readHtml(block: Block): string[] {
  if (block.kind === "reflection" || block.kind === "practice" || block.kind === "vignette") return [];
  return block.kind === "case" ? [block.html, block.discussion] : [block.html];
}

/** A source counts for one word, however many its name has. */
const wordsIn = (html: string) =>
  html
    .replace(/<a [^>]*class="cite"[^>]*>[^<]*<\/a>/g, "bron")
    .replace(/<[^>]*>/g, "")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
