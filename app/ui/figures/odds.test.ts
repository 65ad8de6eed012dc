import { describe, expect, it } from "vitest";
import { figureTexts } from "./figure-texts.ts";
import { chanceAfterOddsRatio } from "./odds.ts";

const raised = (ofHundred: number) => chanceAfterOddsRatio(ofHundred / 100, 1.5) * 100;

describe("an odds ratio of 1.5", () => {
  it("makes 4 against 1 into 6 against 1: of 80 in a hundred, almost 86", () => expect(raised(80)).toBeCloseTo(600 / 7, 10));

  it.each([
    [90, 93.1],
    [50, 60],
    [20, 27.3],
  ])("makes %d in a hundred %d", (before, expected) => expect(raised(before)).toBeCloseTo(expected, 1));

  it("says in words what the figure draws", () => {
    const { words } = figureTexts["kans-in-stippen"];
    for (const before of [90, 50, 20]) expect(words).toMatch(new RegExp(`${before} .*${Math.round(raised(before))}`));
  });

  it("is undone by its inverse, and by 1 nothing changes", () => {
    expect(chanceAfterOddsRatio(chanceAfterOddsRatio(0.37, 1.5), 1 / 1.5)).toBeCloseTo(0.37, 12);
    expect(chanceAfterOddsRatio(0.37, 1)).toBeCloseTo(0.37, 12);
  });
});
