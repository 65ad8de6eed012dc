import { expect, test } from "vitest";
import { type EvaluationAnswers, evaluationResult, LEAST_FORMS, monthOf } from "./evaluation.ts";

const form = (useful: number, kept = ""): EvaluationAnswers => ({
  useful,
  clear: 4,
  level: 3,
  honest: 5,
  load: 2,
  recommend: 4,
  kept,
  better: "",
});

const kept = (forms: EvaluationAnswers[], released = true) => forms.map((answers) => ({ answers, released }));

test("below five forms only their number is told", () => {
  const few = Array.from({ length: LEAST_FORMS - 1 }, () => form(1, "Dit ben ik."));
  expect(evaluationResult(kept(few, false))).toEqual({ forms: 4, waiting: 4, shown: null });
  expect(evaluationResult([])).toEqual({ forms: 0, waiting: 0, shown: null });
});

test("from five on: the mean, how many chose what, and what was written", () => {
  const { forms, waiting, shown } = evaluationResult(kept([form(1), form(2), form(4, "De casus."), form(5), form(5, "De bronnen.")]));
  expect([forms, waiting]).toEqual([5, 0]);
  expect(shown?.statements[0]).toEqual({ statement: "useful", mean: 3.4, chosen: [1, 1, 0, 1, 2] });
  expect(shown?.texts).toEqual([
    { question: "kept", texts: ["De casus.", "De bronnen."] },
    { question: "better", texts: [] },
  ]);
});

test("a form that waits is counted and changes nothing of what is shown", () => {
  const released = kept(Array.from({ length: LEAST_FORMS }, () => form(4)));
  const more = evaluationResult([...kept([form(1, "Dit ben ik.")], false), ...released]);
  expect(more).toEqual({ ...evaluationResult(released), forms: 6, waiting: 1 });
});

test("the month is that of Amsterdam", () => {
  expect(monthOf(new Date("2026-11-30T22:59:00Z"))).toBe("2026-11");
  expect(monthOf(new Date("2026-11-30T23:00:00Z"))).toBe("2026-12");
});
