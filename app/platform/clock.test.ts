import { expect, test } from "vitest";
import { startOfDay } from "./clock.ts";

test("a day begins at midnight in Amsterdam, in winter and in summer", () => {
  expect(startOfDay(new Date("2026-11-20T18:41:00Z"))).toEqual(new Date("2026-11-19T23:00:00Z"));
  expect(startOfDay(new Date("2026-07-20T18:41:00Z"))).toEqual(new Date("2026-07-19T22:00:00Z"));
});

test("late in the evening it is still that day there, and after midnight the next", () => {
  expect(startOfDay(new Date("2026-07-20T21:59:59Z"))).toEqual(new Date("2026-07-19T22:00:00Z"));
  expect(startOfDay(new Date("2026-07-20T22:00:00Z"))).toEqual(new Date("2026-07-20T22:00:00Z"));
});

test("days are counted on the calendar, also over the change of the clocks", () => {
  expect(startOfDay(new Date("2026-10-20T12:00:00Z"), 15)).toEqual(new Date("2026-11-03T23:00:00Z"));
  expect(startOfDay(new Date("2026-03-20T12:00:00Z"), 15)).toEqual(new Date("2026-04-03T22:00:00Z"));
});
