import { expect, test } from "vitest";
import { isChecked, isEmergencyNumber } from "./help-line-checks.ts";

test("a number for emergencies is known however it is written, and a help line is none", () => {
  expect(["112", " 1 1 2", "101"].map(isEmergencyNumber)).toEqual([true, true, true]);
  expect(["113", "1813", "0800-2000", "088 0767 112", "+31 112"].map(isEmergencyNumber)).toEqual([false, false, false, false, false]);
});

test("a line is checked when it was seen and the day is known", () => {
  expect(isChecked({ basis: "seen", checkedOn: "2026-11-22" })).toBe(true);
  expect([isChecked({ basis: "seen" }), isChecked({ basis: "to-recheck", checkedOn: "2026-11-22" })]).toEqual([false, false]);
});
