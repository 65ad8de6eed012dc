import { expect, it } from "vitest";
import { coverMotif } from "./cover-motif.ts";

const slugs = Array.from({ length: 40 }, (_, index) => `masterclass-${index}`);

it("draws the same cover for the same slug, and another for another", () => {
  for (const slug of slugs) expect(coverMotif(slug)).toEqual(coverMotif(slug));
  expect(new Set(slugs.map((slug) => JSON.stringify(coverMotif(slug)))).size).toBe(slugs.length);
});

it("has one accent, and nothing that cannot be drawn", () => {
  for (const slug of ["", "é", ...slugs]) {
    const { strokes, dots } = coverMotif(slug);
    expect(strokes.filter(({ accent }) => accent)).toHaveLength(1);
    expect(strokes.map(({ d }) => d).join("")).not.toMatch(/NaN|undefined|Infinity/);
    expect(dots.length).toBeGreaterThan(0);
    expect(new Set(strokes.map(({ d }) => d)).size).toBe(strokes.length);
  }
});
