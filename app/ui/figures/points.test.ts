import { expect, it } from "vitest";
import { groupsOfSix, pointFor } from "./points.ts";

it.each([
  ["emotioneel", "nee", 0],
  ["emotioneel", "min of meer", 1],
  ["emotioneel", "ja", 1],
  ["sociaal", "nee", 1],
  ["sociaal", "min of meer", 1],
  ["sociaal", "ja", 0],
] as const)("counts for a statement that is %s the answer ‘%s’ as %d", (kind, answer, point) => expect(pointFor(kind, answer)).toBe(point));

it("has one word for every score of six statements", () => {
  for (const score of [0, 1, 2, 3, 4, 5, 6]) expect(groupsOfSix.filter(({ from, to }) => from <= score && score <= to)).toHaveLength(1);
  expect(groupsOfSix.map(({ from, to }) => `${from}–${to}`)).toEqual(["0–1", "2–4", "5–6"]);
});
