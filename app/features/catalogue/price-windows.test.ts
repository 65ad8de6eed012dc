import { expect, test } from "vitest";
import { endOfPrice, interrupts, overlap, type PriceWindow, priceStanding } from "./price-windows.ts";

const now = new Date("2026-06-01T10:00:00Z");
const day = (text: string | null) => (text === null ? null : new Date(`2026-${text}T00:00:00Z`));
const price = (from: string, to: string | null): PriceWindow => ({ validFrom: day(from) ?? now, validTo: day(to) });

test.each([
  ["01-01", null, "in-force"],
  ["01-01", "07-01", "in-force"],
  ["07-01", null, "coming"],
  ["01-01", "05-01", "past"],
  ["07-01", "07-01", "past"],
] as const)("a price from %s until %s is %s", (from, to, expected) => expect(priceStanding(price(from, to), now)).toBe(expected));

test.each([
  [price("01-01", "03-01"), price("03-01", null), false],
  [price("01-01", "03-02"), price("03-01", null), true],
  [price("01-01", null), price("08-01", "09-01"), true],
  [price("08-01", "08-01"), price("01-01", null), false],
])("two prices hold at once only where their windows share a moment", (one, other, expected) => {
  expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected]);
});

test.each([
  ["a while within a price without an end", price("12-01", "12-31"), price("01-01", null), true],
  ["a while within one that ends later", price("06-01", "07-01"), price("01-01", "12-01"), true],
  ["what has no end itself", price("12-01", null), price("01-01", null), false],
  ["what begins with the other", price("01-01", "02-01"), price("01-01", null), false],
  ["what ends with the other", price("06-01", "12-01"), price("01-01", "12-01"), false],
  ["what lasts longer", price("06-01", "12-31"), price("01-01", "12-01"), false],
])("a running price goes on after %s, or does not", (_name, passing, running, expected) => {
  expect(interrupts(passing, running)).toBe(expected);
});

test("a price is ended now, or after a day that lies ahead and before its end", () => {
  const open = price("01-01", null);
  expect(endOfPrice(open, null, now)).toEqual({ ok: true, validTo: now });
  expect(endOfPrice(open, day("07-01"), now)).toEqual({ ok: true, validTo: day("07-01") });
  expect(endOfPrice(open, day("05-01"), now)).toEqual({ ok: false, reason: "in-past" });
  expect(endOfPrice(price("01-01", "07-01"), day("08-01"), now)).toEqual({ ok: false, reason: "not-earlier" });
  expect(endOfPrice(price("08-01", null), day("07-01"), now)).toEqual({ ok: false, reason: "before-it-begins" });
  expect(endOfPrice(price("08-01", null), null, now)).toEqual({ ok: true, validTo: day("08-01") });
  expect(endOfPrice(price("01-01", "05-01"), null, now)).toEqual({ ok: false, reason: "already-over" });
});
