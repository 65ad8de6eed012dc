import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRight, scoreAnswers, unansweredItems } from "./scoring.ts";

const optionIds = ["a", "b", "c", "d", "e"];
const itemOf = (id: string, correct: readonly string[]) => ({
  id,
  outcome: "o",
  options: optionIds.map((option) => ({ id: option, text: "", feedback: "", correct: correct.includes(option) })),
});
const subset = fc.subarray(optionIds);

describe("right", () => {
  test("is choosing exactly the correct options, in any order and however often repeated", () => {
    fc.assert(
      fc.property(
        subset.filter((correct) => correct.length > 0),
        subset,
        (correct, chosen) => {
          const same = correct.length === chosen.length && correct.every((id) => chosen.includes(id));
          expect(isRight(itemOf("i", correct), chosen)).toBe(same);
          expect(isRight(itemOf("i", correct), [...chosen, ...chosen].reverse())).toBe(same);
        },
      ),
    );
  });

  test("is never choosing nothing, nor an option of another item", () => {
    expect(isRight(itemOf("i", []), [])).toBe(false);
    expect(isRight(itemOf("i", ["a"]), ["a", "elders"])).toBe(false);
  });
});

describe("score", () => {
  test("is between 0 and 100, whole, rounded half up, and never rounded over a pass mark that was not reached", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.integer({ min: 1, max: 100 }), (total, hits, pass) => {
        const right = hits % (total + 1);
        const items = Array.from({ length: total }, (_, index) => itemOf(String(index), ["a"]));
        const answers = Object.fromEntries(items.map(({ id }, index) => [id, [index < right ? "a" : "b"]]));
        const score = scoreAnswers(items, answers, pass);
        const passed = right * 100 >= pass * total;
        expect(score).toMatchObject({ right, total, passed });
        expect(score.percent >= pass).toBe(passed);
        const rounded = Math.round((100 * right) / total);
        expect(score.percent).toBe(!passed && rounded >= pass ? pass - 1 : rounded);
      }),
    );
  });

  test("twelve of sixteen is 75, eleven is not", () => {
    const items = Array.from({ length: 16 }, (_, index) => itemOf(String(index), ["a"]));
    const withRight = (right: number) =>
      scoreAnswers(items, Object.fromEntries(items.slice(0, right).map(({ id }) => [id, ["a"]])), 75).percent;
    expect([withRight(12), withRight(11), withRight(0), withRight(16)]).toEqual([75, 69, 0, 100]);
  });

  test("of nothing is nothing", () => {
    expect(scoreAnswers([], {}, 75)).toEqual({ right: 0, total: 0, passed: false, percent: 0, items: [] });
  });
});

test("questions without an answer keep the number on their page", () => {
  const drawn = ["p", "q", "r"].map((itemId) => ({ itemId, optionIds: [] }));
  expect(unansweredItems(drawn, { p: ["a"], r: [] })).toEqual([
    { itemId: "q", number: 2 },
    { itemId: "r", number: 3 },
  ]);
});
