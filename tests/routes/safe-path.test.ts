import { expect, test } from "vitest";
import { safePath } from "#app/http/guards.server.ts";

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "",
  undefined,
  "learn",
])("%j leads to no other site", (path) => {
  expect(safePath(path)).toBe("/learn");
});

test("a path of this site is kept with its query", () => {
  expect(safePath("/masterclasses/gemis/buy?ref=1#top")).toBe("/masterclasses/gemis/buy?ref=1#top");
});
