import { expect, test } from "vitest";
import { minutesLeft, nextStep, nextWithCertificate, type Progress } from "./next-step.ts";
import { caseKey, completionOf, lessonKey, requirementKey, vignetteKey } from "./requirements.ts";

const lessons = ["een", "twee", "drie"].map((id) => ({
  id,
  title: id,
  minutes: 10,
  steps: [
    { id: `${id}-begin`, title: "" },
    { id: `${id}-verder`, title: "Verder" },
  ],
}));
const cases = [{ id: "casus", title: "Casus", lessonId: "drie", minutes: 4 }];
const vignettes = [{ id: "deur", title: "Een deur", lessonId: "twee", minutes: 6 }];
const asked = [
  { type: "lessons-finished" as const, lessons: ["een", "twee", "drie"] },
  { type: "cases-written" as const, cases: ["casus"] },
  { type: "check-passed" as const, test: "check", percent: 70 },
  { type: "final-test-passed" as const, test: "eind", percent: 75 },
];
const seen = (lessonId: string, finished: boolean, minute: number, lastStepId: string | null = null): Progress => ({
  lessonId,
  finished,
  lastStepId,
  lastSeenAt: new Date(minute * 60_000),
});
const at = (records: Record<string, number>, progress: Progress[], begun = true) =>
  nextStep({
    begun,
    completion: { ...completionOf(asked, new Map(Object.entries(records))), records },
    lessons,
    progress,
    cases,
    vignettes,
  });
const read = Object.fromEntries(lessons.map(({ id }) => [lessonKey(id), 1]));
const allSeen = lessons.map(({ id }) => seen(id, true, 1));

test("before Begin there is one thing to do", () => {
  expect(at({}, [], false)).toEqual({ kind: "begin" });
});

test("the unfinished lesson read last comes first, at its step", () => {
  expect(at({}, [])).toMatchObject({ kind: "lesson", lessonId: "een" });
  expect(at({}, [seen("een", false, 1), seen("drie", false, 9, "drie-verder"), seen("twee", true, 12)])).toMatchObject({
    kind: "resume",
    lessonId: "drie",
    step: { title: "Verder" },
  });
  expect(at({}, [seen("een", true, 5)])).toMatchObject({ kind: "lesson", lessonId: "twee" });
});

test("after the lessons: case, check, final test, certificate", () => {
  expect(at(read, allSeen)).toMatchObject({ kind: "case", lessonId: "drie", blockId: "casus" });
  const withCase = { ...read, [caseKey("casus")]: 1 };
  expect(at(withCase, allSeen)).toEqual({ kind: "check", testId: "check" });
  const withCheck = { ...withCase, "check-passed:check": 70 };
  expect(at(withCheck, allSeen)).toEqual({ kind: "final-test", testId: "eind" });
  expect(at({ ...withCheck, "final-test-passed:eind": 75 }, allSeen)).toEqual({ kind: "certificate" });
});

test("once complete: the name to confirm, until there is a certificate", () => {
  expect(nextWithCertificate({ kind: "certificate" }, false)).toEqual({ kind: "confirm-name" });
  expect(nextWithCertificate({ kind: "certificate" }, true)).toEqual({ kind: "certificate" });
  expect(nextWithCertificate({ kind: "begin" }, false)).toEqual({ kind: "begin" });
});

const left = (progress: Progress[], records: Record<string, number> = {}) => {
  const { rules } = completionOf(asked, new Map(Object.entries(records)));
  return minutesLeft({ lessons, progress, rules, records, cases, vignettes, load: { check: 5, test: 20 } });
};

test("minutes left count what is open", () => {
  expect(left([seen("een", true, 1)])).toBe(45);
});

test("a case counts until it is handed in, also when its lesson is finished", () => {
  expect(left(allSeen)).toBe(4 + 25);
  expect(left(allSeen, { [caseKey("casus")]: 1 })).toBe(25);
  expect(left([seen("een", true, 1)], { [caseKey("casus")]: 1 })).toBe(45 - 4);
});

const talked = [
  { type: "lessons-finished" as const, lessons: ["een", "twee", "drie"] },
  { type: "evaluation-given" as const },
  { type: "vignettes-played" as const, vignettes: ["deur"] },
  { type: "final-test-passed" as const, test: "eind", percent: 75 },
];
const judged = (records: Record<string, number>) => ({ ...completionOf(talked, new Map(Object.entries(records))), records });
const afterReading = (records: Record<string, number>) =>
  nextStep({ begun: true, completion: judged({ ...read, ...records }), lessons, progress: allSeen, cases: [], vignettes });

test("a conversation leads to its own page; what one thought of it all is asked at the end, wherever the edition names it", () => {
  expect(afterReading({})).toEqual({ kind: "vignette", lessonId: "twee", vignetteId: "deur", title: "Een deur" });
  expect(afterReading({ [vignetteKey("deur")]: 1 })).toEqual({ kind: "final-test", testId: "eind" });
  expect(afterReading({ [vignetteKey("deur")]: 1, "final-test-passed:eind": 80 })).toEqual({ kind: "evaluation" });
  const all = { [vignetteKey("deur")]: 1, "final-test-passed:eind": 80, [requirementKey({ type: "evaluation-given" })]: 1 };
  expect(afterReading(all)).toEqual({ kind: "certificate" });
});

test("a conversation counts like a case: until it is played, also when its lesson is finished", () => {
  const leftToTalk = (progress: Progress[], records: Record<string, number>) =>
    minutesLeft({ lessons, progress, rules: judged(records).rules, records, cases: [], vignettes, load: { check: 5, test: 20 } });
  expect(leftToTalk(allSeen, {})).toBe(6 + 20);
  expect(leftToTalk(allSeen, { [vignetteKey("deur")]: 1 })).toBe(20);
  expect(leftToTalk([seen("een", true, 1)], { [vignetteKey("deur")]: 1 })).toBe(20 - 6 + 20);
});
