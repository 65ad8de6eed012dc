import { expect, test } from "vitest";
import type { TestDefinition } from "#app/features/catalogue/compiled.ts";
import { mergeAnswers } from "./answers.ts";

const item = (id: string, kind: "single" | "multiple") => ({
  id,
  kind,
  outcome: "o",
  situation: false,
  stem: "",
  explanation: "",
  sources: [],
  options: [],
});
const definition: TestDefinition = {
  id: "t",
  kind: "final",
  title: "",
  percent: 75,
  reason: null,
  attempts: 3,
  waitHours: 24,
  drawPerOutcome: null,
  ownWork: null,
  items: [item("one", "single"), item("many", "multiple")],
};
const drawn = [
  { itemId: "one", optionIds: ["a", "b"] },
  { itemId: "many", optionIds: ["c", "d"] },
];
const merge = (kept: Record<string, string[]>, given: Record<string, string[]>, shown: string[] = []) =>
  mergeAnswers(definition, drawn, kept, given, shown);

test("keeps what the form did not mention", () => {
  expect(merge({ one: ["a"] }, { many: ["d", "c"] }, ["many"])).toEqual({ one: ["a"], many: ["c", "d"] });
});

test("a shown tick-box question without a tick is cleared, a hidden one is not", () => {
  expect(merge({ many: ["c"] }, {}, ["one", "many"])).toEqual({});
  expect(merge({ many: ["c"] }, {}, ["one"])).toEqual({ many: ["c"] });
});

test("takes one choice where one may be chosen, and nothing that was not drawn", () => {
  expect(merge({}, { one: ["a", "b"], many: ["a"], other: ["a"], __proto__: ["a"] })).toEqual({ one: ["a"] });
});
