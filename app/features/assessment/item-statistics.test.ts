import { expect, test } from "vitest";
import { type Answered, itemStatistics, type Sitting } from "./item-statistics.ts";

/** `x+` is item x right, `x-` is item x wrong: "x+ y-" is one sitting of two questions. */
const sitting = (story: string): Sitting =>
  story.split(" ").map((mark): Answered => {
    const itemId = mark.slice(0, -1);
    const right = mark.endsWith("+");
    return { itemId, right, chosen: [right ? `${itemId}-key` : `${itemId}-other`], counts: true };
  });
const times = (count: number, story: string) => Array.from({ length: count }, () => sitting(story));
const statisticOf = (itemId: string, sittings: Sitting[]) => itemStatistics(sittings).find((statistic) => statistic.itemId === itemId);

test("counts answers, right answers and every option chosen", () => {
  expect(statisticOf("x", [...times(3, "x+ y-"), ...times(1, "x- y+")])).toEqual({
    itemId: "x",
    answered: 4,
    correct: 3,
    discrimination: null,
    chosen: { "x-key": 3, "x-other": 1 },
  });
});

test.each([
  // Of two questions the point-biserial is phi: (4·4 − 1·1) / √(5·5·5·5) = 15/25
  ["goes along with the rest", [...times(4, "x+ y+"), ...times(1, "x+ y-"), ...times(1, "x- y+"), ...times(4, "x- y-")], 600],
  // (1·1 − 4·4) / 25
  ["goes against the rest", [...times(1, "x+ y+"), ...times(4, "x+ y-"), ...times(4, "x- y+"), ...times(1, "x- y-")], -600],
  // (5·3 − 1·1) / √(6·4·6·4) = 14/24
  ["is answered right by six of ten", [...times(5, "x+ y+"), ...times(1, "x+ y-"), ...times(1, "x- y+"), ...times(3, "x- y-")], 583],
  // (3·3 − 2·2) … who had it right did neither better nor worse: (M₁ − M₀) = 0.5 − 0.5
  ["says nothing of the rest", [...times(3, "x+ y+"), ...times(3, "x+ y-"), ...times(2, "x- y+"), ...times(2, "x- y-")], 0],
  // Rest of two: M₁ = (2+2+2+1+1)/5 = 1.6, M₀ = (1+1+1+0+0)/5 = 0.6; Σr = 11, Σr² = 17, s² = 1.7 − 1.21 = 0.49; 1/0.7 · 0.5
  ["stands among three", [...times(3, "x+ y+ z+"), ...times(2, "x+ y+ z-"), ...times(3, "x- y- z+"), ...times(2, "x- y- z-")], 714],
  ["is the perfect mirror of the rest", [...times(5, "x+ y+"), ...times(5, "x- y-")], 1000],
])("discrimination of a question that %s", (_story, sittings, thousandths) => {
  expect(statisticOf("x", sittings)?.discrimination).toBe(thousandths);
});

test.each([
  ["there are nine answers", [...times(5, "x+ y+"), ...times(4, "x- y-")]],
  ["everybody had it right", [...times(6, "x+ y+"), ...times(6, "x+ y-")]],
  ["everybody had it wrong", [...times(6, "x- y+"), ...times(6, "x- y-")]],
  ["everybody did the same on the rest", [...times(6, "x+ y+ z- w-"), ...times(6, "x- y- z- w+")]],
  ["there is no rest", [...times(6, "x+"), ...times(6, "x-")]],
  ["nobody answered anything", []],
])("no discrimination is told when %s", (_story, sittings) => {
  expect(statisticOf("x", sittings)?.discrimination ?? null).toBeNull();
});

test("a question that was reworded keeps only the answers to its present words, the others stay part of the rest", () => {
  const old = times(10, "x+ y+").map((answers) => answers.map((answer) => ({ ...answer, counts: answer.itemId !== "x" })));
  const sittings = [...old, ...times(10, "x- y-")];
  expect(statisticOf("x", sittings)).toMatchObject({ answered: 10, correct: 0 });
  expect(statisticOf("y", sittings)).toMatchObject({ answered: 20, correct: 10, discrimination: 1000 });
});

test("of a question with several answers each ticked option counts", () => {
  const answers = { itemId: "x", right: true, counts: true, chosen: ["a", "c"] };
  expect(itemStatistics([[answers], [{ ...answers, chosen: ["a"], right: false }]])).toMatchObject([{ chosen: { a: 2, c: 1 } }]);
});
