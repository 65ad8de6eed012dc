import { expect, test } from "vitest";
import { formatDateTime, formatMinutes, formatMoney, formatNumber } from "./format.ts";

/** Money and dates keep their parts together with spaces that do not break. */
const plain = (text: string) => text.replace(/\s/g, " ");

test.each([
  [1, "1 minuut", "1 minute"],
  [45, "45 minuten", "45 minutes"],
  [60, "1 uur", "1 hour"],
  [61, "1 uur en 1 minuut", "1 hour and 1 minute"],
  [150, "2 uur en 30 minuten", "2 hours and 30 minutes"],
  [0, "0 minuten", "0 minutes"],
])("%i minutes read well in both languages", (minutes, dutch, english) => {
  expect([formatMinutes(minutes, "nl"), formatMinutes(minutes, "en")]).toEqual([dutch, english]);
});

test("a number has the sign of its language, and no more decimals than a reader needs", () => {
  expect([formatNumber(1.5, "nl"), formatNumber(1.5, "en"), formatNumber(2, "nl")]).toEqual(["1,5", "1.5", "2"]);
  expect(formatNumber(1 / 3, "nl")).toBe("0,33");
});

test("money and moments follow the language, in Amsterdam’s time", () => {
  expect([plain(formatMoney(29_500, "EUR", "nl")), formatMoney(29_500, "EUR", "en")]).toEqual(["€ 295,00", "€295.00"]);
  expect(plain(formatDateTime("2026-11-22T20:14:00Z", "nl"))).toBe("22 november 2026 om 21:14");
  expect(plain(formatDateTime("2026-07-01T20:14:00Z", "en"))).toBe("1 July 2026 at 22:14");
});
