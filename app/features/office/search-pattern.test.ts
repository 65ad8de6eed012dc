import { expect, test } from "vitest";
import { referenceTyped, searchPattern } from "./search-pattern.ts";

test("a piece of a name is looked for anywhere, one or two letters at the start of a word", () => {
  expect(searchPattern("anne")).toBe("%anne%");
  expect(searchPattern("de")).toBe("% de%");
});

test("signs with a meaning in SQL are taken as they are", () => {
  expect(searchPattern("jan_de%")).toBe("%jan\\_de\\%%");
  expect(searchPattern("a\\b")).toBe("%a\\\\b%");
});

test("an order is meant however its reference is typed", () => {
  for (const typed of ["NDXS5691", " ndxs5691", "NDXS 5691", "bestelling NDXS5691", "Order #ndxs-5691"]) {
    expect(referenceTyped(typed)).toBe("NDXS5691");
  }
  expect(referenceTyped("7O1lABCD")).toBe("7011ABCD");
});
