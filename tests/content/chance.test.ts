import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceOfAtLeast, waysToChoose } from "./chance.ts";

const coins = (count: number) => Array<number>(count).fill(0.5);

test.each([
  ["no trials, nothing asked", 0, [], 1],
  ["no trials, one success asked", 1, [], 0],
  ["one coin", 1, coins(1), 1 / 2],
  // 1 − (1/2)³
  ["at least one of three coins", 1, coins(3), 7 / 8],
  // (C(10,8) + C(10,9) + C(10,10)) / 2¹⁰ = (45 + 10 + 1) / 1024
  ["at least eight of ten coins", 8, coins(10), 56 / 1024],
  // four options: C(3,2)·(1/4)²·(3/4) + (1/4)³ = 9/64 + 1/64
  ["two of three questions with four options", 2, [0.25, 0.25, 0.25], 10 / 64],
  // 1/2·1/4 both; one of two: 1/2·3/4 + 1/2·1/4
  ["unequal chances, both", 2, [0.5, 0.25], 1 / 8],
  ["unequal chances, at least one", 1, [0.5, 0.25], 5 / 8],
  ["more asked than tried", 3, coins(2), 0],
])("%s", (_story, successes, chances, expected) => {
  expect(chanceOfAtLeast(successes, chances)).toBeCloseTo(expected, 12);
});

test("with equal chances it is the binomial tail", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, k, p) => {
      const tail = Array.from({ length: n + 1 }, (_, count) => waysToChoose(n, count) * p ** count * (1 - p) ** (n - count))
        .slice(k)
        .reduce((sum, probability) => sum + probability, 0);
      expect(chanceOfAtLeast(k, Array<number>(n).fill(p))).toBeCloseTo(tail, 9);
    }),
  );
});

test("choosing", () => {
  expect([waysToChoose(4, 0), waysToChoose(4, 2), waysToChoose(10, 3), waysToChoose(3, 3), waysToChoose(3, 4)]).toEqual([1, 6, 120, 1, 0]);
});
