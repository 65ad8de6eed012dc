import { expect, test } from "vitest";
import { HOUR } from "#app/platform/clock.ts";
import { standingOf, withExtra } from "./standing.ts";

const now = new Date("2026-11-22T19:00:00Z");
const rules = { kind: "final", attempts: 3, waitHours: 24 } as const;
const failed = (hoursAgo: number) => ({ submittedAt: new Date(now.getTime() - hoursAgo * HOUR), passed: false });
const passed = (hoursAgo: number) => ({ ...failed(hoursAgo), passed: true });

test.each([
  ["never tried", [], { state: "ready", left: 3 }],
  ["failed an hour ago", [failed(1)], { state: "waiting", opensAt: new Date(now.getTime() + 23 * HOUR), left: 2 }],
  ["failed a day ago to the millisecond", [failed(24)], { state: "ready", left: 2 }],
  ["failed twice", [failed(80), failed(40)], { state: "ready", left: 1 }],
  ["failed three times", [failed(90), failed(60), failed(30)], { state: "exhausted" }],
  ["passed after failing", [failed(60), passed(30)], { state: "passed" }],
  ["passed at the last attempt", [failed(90), failed(60), passed(30)], { state: "passed" }],
])("%s", (_story, submitted, standing) => {
  expect(standingOf(rules, submitted, now)).toEqual(standing);
});

test("the moment that is named, in whole minutes, is the moment at which the next attempt opens", () => {
  const submittedAt = new Date("2026-11-21T19:00:20.500Z");
  const opensAt = new Date("2026-11-22T19:01:00Z");
  const standing = (at: Date) => standingOf(rules, [{ submittedAt, passed: false }], at);
  expect(standing(now)).toEqual({ state: "waiting", opensAt, left: 2 });
  expect(standing(new Date(opensAt.getTime() - 1))).toEqual({ state: "waiting", opensAt, left: 2 });
  expect(standing(opensAt)).toEqual({ state: "ready", left: 2 });
});

test("a day's wait is a day of hours, also when the clock goes back or forward", () => {
  for (const evening of ["2026-10-24T20:00:00Z", "2027-03-27T20:00:00Z"]) {
    const submittedAt = new Date(evening);
    const opensAt = new Date(submittedAt.getTime() + 24 * HOUR);
    expect(standingOf(rules, [{ submittedAt, passed: false }], submittedAt)).toEqual({ state: "waiting", opensAt, left: 2 });
  }
});

test("without a limit one may go on", () => {
  expect(
    standingOf(
      { ...rules, attempts: null, waitHours: 0 },
      Array.from({ length: 40 }, () => failed(0)),
      now,
    ),
  ).toEqual({ state: "ready", left: null });
});

test("a check may be made again after passing", () => {
  expect(standingOf({ kind: "check", attempts: null, waitHours: 0 }, [passed(1)], now)).toEqual({ state: "ready", left: null });
});

test("an extra attempt is one more, after the same waiting time; without a limit it changes nothing", () => {
  const used = [failed(90), failed(60), failed(5)];
  expect(standingOf(withExtra(rules, 0), used, now)).toEqual({ state: "exhausted" });
  expect(standingOf(withExtra(rules, 1), used, now)).toEqual({
    state: "waiting",
    opensAt: new Date(now.getTime() + 19 * HOUR),
    left: 1,
  });
  expect(standingOf(withExtra(rules, 1), used, new Date(now.getTime() + 19 * HOUR))).toEqual({ state: "ready", left: 1 });
  expect(withExtra({ ...rules, attempts: null }, 2).attempts).toBeNull();
});
