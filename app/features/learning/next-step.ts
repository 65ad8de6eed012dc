import { type CompletionState, caseKey, type Rule, vignetteKey } from "./requirements.ts";

/** The one thing to do next. */
export type NextStep =
  | { kind: "begin" }
  | { kind: "resume" | "lesson"; lessonId: string; title: string; minutes: number; step: { id: string; title: string } | null }
  | { kind: "case"; lessonId: string; blockId: string; title: string }
  | { kind: "vignette"; lessonId: string; vignetteId: string; title: string }
  | { kind: "check" | "final-test"; testId: string }
  | { kind: "evaluation" }
  /** complete, and the certificate waits for the name to print */
  | { kind: "confirm-name" }
  | { kind: "certificate" }
  /** all lessons read, and what is still asked cannot be done here */
  | { kind: "waiting" };

export interface LessonState {
  id: string;
  title: string;
  minutes: number;
  steps: { id: string; title: string }[];
}

export interface Progress {
  lessonId: string;
  finished: boolean;
  lastStepId: string | null;
  lastSeenAt: Date;
}

/** A piece of work within a lesson that counts by itself. */
interface Spot {
  id: string;
  title: string;
  lessonId: string;
}

interface Standing {
  begun: boolean;
  completion: Pick<CompletionState, "complete" | "rules"> & { /** best value by record key */ records: Record<string, number> };
  /** in reading order */
  lessons: LessonState[];
  progress: Progress[];
  cases: Spot[];
  vignettes: Spot[];
}

/**
 * What to do next: begin; else the certificate once complete; else the unfinished lesson read last, at its step; else the first
 * unfinished lesson; else the first requirement that is not met, in the edition's order, but what one thought of it all at the end.
 */
export function nextStep({ begun, completion, lessons, progress, ...spots }: Standing): NextStep {
  if (completion.complete) return { kind: "certificate" };
  if (!begun) return { kind: "begin" };
  const byLesson = new Map(progress.map((row) => [row.lessonId, row]));
  const open = lessons.filter((lesson) => !byLesson.get(lesson.id)?.finished);
  const last = open
    .flatMap((lesson) => byLesson.get(lesson.id) ?? [])
    .reduce<Progress | null>((latest, row) => (latest && latest.lastSeenAt >= row.lastSeenAt ? latest : row), null);
  const resumed = open.find((lesson) => lesson.id === last?.lessonId);
  if (resumed) return { kind: "resume", ...place(resumed), step: resumed.steps.find((step) => step.id === last?.lastStepId) ?? null };
  const [first] = open;
  if (first) return { kind: "lesson", ...place(first), step: null };
  const unmet = completion.rules.filter((rule) => !rule.met);
  const steps = unmet.flatMap((rule) => forRule(rule, spots, completion.records) ?? []);
  return steps.find(({ kind }) => kind !== "evaluation") ?? steps[0] ?? { kind: "waiting" };
}

/** Whether what comes next is a lesson to read; after the last one there are cases and tests, and nothing to read on. */
export const isReading = ({ kind }: NextStep): boolean => kind === "resume" || kind === "lesson";

/** Once complete, what comes next depends on the certificate: until there is one, its name is to be confirmed. */
export function nextWithCertificate(next: NextStep, issued: boolean): NextStep {
  return next.kind === "certificate" && !issued ? { kind: "confirm-name" } : next;
}

const place = ({ id, title, minutes }: LessonState) => ({ lessonId: id, title, minutes });

function forRule(
  { requirement }: Rule,
  { cases, vignettes }: Pick<Standing, "cases" | "vignettes">,
  records: Record<string, number>,
): NextStep | null {
  switch (requirement.type) {
    case "cases-written": {
      const open = requirement.cases.find((id) => (records[caseKey(id)] ?? 0) < 1);
      const spot = cases.find(({ id }) => id === open);
      return spot ? { kind: "case", lessonId: spot.lessonId, blockId: spot.id, title: spot.title } : null;
    }
    case "vignettes-played": {
      const open = requirement.vignettes.find((id) => (records[vignetteKey(id)] ?? 0) < 1);
      const spot = vignettes.find(({ id }) => id === open);
      return spot ? { kind: "vignette", lessonId: spot.lessonId, vignetteId: spot.id, title: spot.title } : null;
    }
    case "evaluation-given":
      return { kind: "evaluation" };
    case "check-passed":
      return { kind: "check", testId: requirement.test };
    case "final-test-passed":
      return { kind: "final-test", testId: requirement.test };
    default:
      return null;
  }
}

interface Work {
  id: string;
  lessonId: string;
  minutes: number;
}

interface Remaining {
  lessons: LessonState[];
  progress: Progress[];
  rules: Rule[];
  /** best value by record key */
  records: Record<string, number>;
  cases: Work[];
  vignettes: Work[];
  load: { check: number; test: number };
}

/**
 * Whole minutes of what is still to do: lessons not finished, cases and vignettes asked for and not done, tests not passed. A lesson's
 * minutes hold its cases and vignettes: one done is taken off, one left open in a finished lesson is still counted.
 */
export function minutesLeft({ lessons, progress, rules, records, cases, vignettes, load }: Remaining): number {
  const finished = new Set(progress.filter((row) => row.finished).map((row) => row.lessonId));
  const asked = new Set(rules.flatMap(({ requirement }) => keysAsked(requirement)));
  const reading = lessons.filter((lesson) => !finished.has(lesson.id)).reduce((sum, lesson) => sum + lesson.minutes, 0);
  const works = [
    ...cases.map((work) => ({ ...work, key: caseKey(work.id) })),
    ...vignettes.map((work) => ({ ...work, key: vignetteKey(work.id) })),
  ];
  const working = works.reduce((sum, { key, lessonId, minutes }) => {
    const done = (records[key] ?? 0) >= 1;
    if (finished.has(lessonId)) return sum + (asked.has(key) && !done ? minutes : 0);
    return sum - (done ? minutes : 0);
  }, 0);
  const open = (type: string) => rules.some((rule) => rule.requirement.type === type && !rule.met);
  return Math.max(0, reading + working) + (open("check-passed") ? load.check : 0) + (open("final-test-passed") ? load.test : 0);
}

/** The records that a requirement about work within lessons asks for. */
function keysAsked(requirement: Rule["requirement"]): string[] {
  if (requirement.type === "cases-written") return requirement.cases.map(caseKey);
  return requirement.type === "vignettes-played" ? requirement.vignettes.map(vignetteKey) : [];
}
