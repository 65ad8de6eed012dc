import { expect, test } from "vitest";
import { searchPattern } from "./search-pattern.ts";

test("a piece of a name is looked for anywhere, one or two letters at the start of a word", () => {
  expect(searchPattern("anne")).toBe("%anne%");
  expect(searchPattern("de")).toBe("% de%");
});

test("signs with a meaning in SQL are taken as they are", () => {
  expect(searchPattern("jan_de%")).toBe("%jan\\_de\\%%");
  expect(searchPattern("a\\b")).toBe("%a\\\\b%");
});
