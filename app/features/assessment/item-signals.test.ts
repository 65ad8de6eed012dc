import { expect, test } from "vitest";
import { difficultyOf, discriminationWord, neverChosen, shareRight, signalsOf } from "./item-signals.ts";

test.each([
  ["nine answers, all right", { answered: 9, correct: 9, discrimination: null }, []],
  ["95 % right exactly", { answered: 20, correct: 19, discrimination: 300 }, []],
  ["more than 95 % right", { answered: 100, correct: 96, discrimination: 300 }, ["easy"]],
  ["30 % right exactly", { answered: 10, correct: 3, discrimination: 300 }, []],
  ["less than 30 % right", { answered: 10, correct: 2, discrimination: 300 }, ["hard"]],
  ["discrimination 0.10 exactly", { answered: 10, correct: 6, discrimination: 100 }, []],
  ["discrimination below 0.10", { answered: 10, correct: 6, discrimination: 99 }, ["flat"]],
  ["discrimination that cannot be said", { answered: 10, correct: 6, discrimination: null }, []],
  ["hard and against the rest", { answered: 10, correct: 2, discrimination: -300 }, ["hard", "flat"]],
])("%s", (_story, numbers, signals) => {
  expect(signalsOf(numbers)).toEqual(signals);
});

test("a share is told from ten answers on", () => {
  expect(shareRight({ answered: 9, correct: 9 })).toBeNull();
  expect(shareRight({ answered: 10, correct: 7 })).toBe(0.7);
});

test("words for numbers", () => {
  expect([0.96, 0.95, 0.8, 0.79, 0.3, 0.29].map(difficultyOf)).toEqual(["very-easy", "easy", "easy", "fair", "fair", "hard"]);
  expect([-100, -99, 99, 100, 200, 300].map(discriminationWord)).toEqual(["against", "none", "none", "weak", "fair", "good"]);
});

test("a distractor is named as never chosen once there are enough answers; the key never is", () => {
  const options = ["a", "b", "c"].map((id) => ({ id, correct: id === "a" }));
  expect(neverChosen({ answered: 10, chosen: { b: 10 } }, options)).toEqual(["c"]);
  expect(neverChosen({ answered: 9, chosen: { b: 9 } }, options)).toEqual([]);
});
