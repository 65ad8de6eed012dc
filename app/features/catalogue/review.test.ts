import { expect, test } from "vitest";
import { textRead } from "./review.ts";

const texts = [
  { revision: 4, publishedAt: new Date("2026-11-23T00:30:00Z") },
  { revision: 3, publishedAt: new Date("2026-11-22T21:00:00Z") },
];
const on = (day: string) => new Date(`${day}T00:00:00+01:00`);

test("a reviewer read the newest text of the day, by the days of Amsterdam; what came out later is told apart", () => {
  expect(textRead(texts, on("2026-11-22"))).toEqual({ revision: 3, later: [4] });
  expect(textRead(texts, on("2026-11-23"))).toEqual({ revision: 4, later: [] });
});

test("which text was read is not known where every one came out later", () => {
  expect(textRead(texts, on("2026-11-21"))).toEqual({ revision: null, later: [3, 4] });
});
