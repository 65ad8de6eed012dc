import { type CompletionState, caseKey, type Rule } from "./requirements.ts";

/** The one thing to do next. */
export type NextStep =
  | { kind: "begin" }
  | { kind: "resume" | "lesson"; lessonId: string; title: string; minutes: number; step: { id: string; title: string } | null }
  | { kind: "case"; lessonId: string; blockId: string; title: string }
  | { kind: "check" | "final-test"; testId: string }
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

interface Standing {
  begun: boolean;
  completion: Pick<CompletionState, "complete" | "rules"> & { /** best value by record key */ records: Record<string, number> };
  /** in reading order */
  lessons: LessonState[];
  progress: Progress[];
  cases: { id: string; title: string; lessonId: string }[];
}

/**
 * What to do next: begin; else the certificate once complete; else the unfinished lesson read last, at its step; else the first
 * unfinished lesson; else the first requirement that is not met, in the edition's order.
 */
export function nextStep({ begun, completion, lessons, progress, cases }: Standing): NextStep {
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
  for (const rule of completion.rules) {
    const step = rule.met ? null : forRule(rule, cases, completion.records);
    if (step) return step;
  }
  return { kind: "waiting" };
}

/** Whether what comes next is a lesson to read; after the last one there are cases and tests, and nothing to read on. */
export const isReading = ({ kind }: NextStep): boolean => kind === "resume" || kind === "lesson";

/** Once complete, what comes next depends on the certificate: until there is one, its name is to be confirmed. */
export function nextWithCertificate(next: NextStep, issued: boolean): NextStep {
  return next.kind === "certificate" && !issued ? { kind: "confirm-name" } : next;
}

const place = ({ id, title, minutes }: LessonState) => ({ lessonId: id, title, minutes });

function forRule({ requirement }: Rule, cases: Standing["cases"], records: Record<string, number>): NextStep | null {
  switch (requirement.type) {
    case "cases-written": {
      const open = requirement.cases.find((id) => (records[caseKey(id)] ?? 0) < 1);
      const spot = cases.find(({ id }) => id === open);
      return spot ? { kind: "case", lessonId: spot.lessonId, blockId: spot.id, title: spot.title } : null;
    }
    case "check-passed":
      return { kind: "check", testId: requirement.test };
    case "final-test-passed":
      return { kind: "final-test", testId: requirement.test };
    default:
      return null;
  }
}

interface Remaining {
  lessons: LessonState[];
  progress: Progress[];
  rules: Rule[];
  /** best value by record key */
  records: Record<string, number>;
  cases: { id: string; lessonId: string; minutes: number }[];
  load: { check: number; test: number };
}

/**
 * Whole minutes of what is still to do: lessons not finished, cases asked for and not handed in, tests not passed. A lesson's
 * minutes hold its cases: one handed in is taken off, one left open in a finished lesson is still counted.
 */
export function minutesLeft({ lessons, progress, rules, records, cases, load }: Remaining): number {
  const finished = new Set(progress.filter((row) => row.finished).map((row) => row.lessonId));
  const asked = new Set(rules.flatMap(({ requirement }) => (requirement.type === "cases-written" ? requirement.cases : [])));
  const reading = lessons.filter((lesson) => !finished.has(lesson.id)).reduce((sum, lesson) => sum + lesson.minutes, 0);
  const writing = cases.reduce((sum, { id, lessonId, minutes }) => {
    const handedIn = (records[caseKey(id)] ?? 0) >= 1;
    if (finished.has(lessonId)) return sum + (asked.has(id) && !handedIn ? minutes : 0);
    return sum - (handedIn ? minutes : 0);
  }, 0);
  const open = (type: string) => rules.some((rule) => rule.requirement.type === type && !rule.met);
  return Math.max(0, reading + writing) + (open("check-passed") ? load.check : 0) + (open("final-test-passed") ? load.test : 0);
}
