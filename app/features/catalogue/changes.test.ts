import { describe, expect, it } from "vitest";
import { partChanges, requirementChanges } from "./changes.ts";
import type { Requirement } from "./compiled.ts";

const part = (id: string, mark = "one") => ({ id, title: `Les ${id}`, mark });

describe("what became of the lessons", () => {
  it("names what is other, new and gone; another order is nothing", () => {
    expect(partChanges([part("a"), part("b"), part("c")], [part("d"), part("b", "two"), part("a")])).toEqual({
      changed: ["Les b"],
      added: ["Les d"],
      removed: ["Les c"],
    });
  });
});

describe("what became of the conditions for the certificate", () => {
  const lessons = (...ids: string[]): Requirement => ({ type: "lessons-finished", lessons: ids });
  const final = (percent: number): Requirement => ({ type: "final-test-passed", test: "toets", percent });

  it("is nothing when they are written in another order", () => {
    expect(requirementChanges([lessons("a", "b"), final(75)], [final(75), lessons("b", "a")])).toEqual([]);
  });
  it("is a higher mark, another lesson, something new, something gone", () => {
    const evaluation: Requirement = { type: "evaluation-given" };
    const check: Requirement = { type: "check-passed", test: "check", percent: 70 };
    expect(requirementChanges([lessons("a"), final(70), check], [lessons("a", "b"), final(75), evaluation])).toEqual([
      { was: lessons("a"), is: lessons("a", "b") },
      { was: final(70), is: final(75) },
      { was: null, is: evaluation },
      { was: check, is: null },
    ]);
  });
  it("is another test, though it asks as much", () => {
    const other: Requirement = { type: "final-test-passed", test: "toets-nieuw", percent: 75 };
    expect(requirementChanges([final(75)], [other])).toEqual([
      { was: null, is: other },
      { was: final(75), is: null },
    ]);
  });
});
