import fc from "fast-check";
import { expect, test } from "vitest";
import { sameWish, vatInside } from "./checkout.ts";
import { accessEnd, accessStart, withdrawalTexts } from "./withdrawal.ts";

test("VAT inside a price is what the tax office computes, rounded to a cent", () => {
  expect([vatInside(9500, 2100), vatInside(29_500, 2100), vatInside(9500, 0), vatInside(0, 2100), vatInside(121, 2100)]).toEqual([
    1649, 5120, 0, 0, 21,
  ]);
});

test("net and VAT always add up, and are never more than half a cent off", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(0, 600, 900, 2100), (total, rate) => {
      const vat = vatInside(total, rate);
      expect(Number.isInteger(vat) && vat >= 0 && vat <= total).toBe(true);
      expect(Math.abs((total - vat) * (10_000 + rate) - total * 10_000)).toBeLessThanOrEqual((10_000 + rate) / 2);
    }),
  );
});

test("starting now is at once; waiting is until the fourteenth day after the day of payment has wholly passed", () => {
  const paidAt = new Date("2026-11-22T20:00:00Z");
  expect(accessStart("start-now", paidAt)).toEqual(paidAt);
  expect(accessStart("wait", paidAt)).toEqual(new Date("2026-12-06T23:00:00Z"));
  const lateInTheEvening = new Date("2026-11-22T22:59:59Z");
  expect(accessStart("wait", lateInTheEvening)).toEqual(new Date("2026-12-06T23:00:00Z"));
});

test.each([
  // Midnight in the Netherlands is another day, and another month, in UTC.
  ["2027-02-28T23:00:00Z", 18, "2028-08-31T22:00:00Z"],
  ["2027-02-28T23:00:00Z", 12, "2028-02-29T23:00:00Z"],
  ["2026-12-06T23:00:00Z", 18, "2028-06-06T22:00:00Z"],
  ["2026-11-23T09:30:00Z", 12, "2027-11-23T09:30:00Z"],
  ["2027-03-01T09:30:00Z", 6, "2027-09-01T08:30:00Z"],
  ["2026-12-31T11:00:00Z", 2, "2027-02-28T11:00:00Z"],
])("access from %s for %i months ends on the same day and hour there: %s", (startsAt, months, end) => {
  expect(accessEnd(new Date(startsAt), months)).toEqual(new Date(end));
});

test("the withdrawal text of a service promises a proportionate part, that of content a waiver", () => {
  expect(withdrawalTexts("service", "nl")["start-now"]).toContain("evenredig deel");
  expect(withdrawalTexts("content", "nl")["start-now"]).toContain("afstand doe van mijn herroepingsrecht");
  expect(withdrawalTexts("service", "nl").version).toBe(withdrawalTexts("service", "en").version);
});

test("a changed company is another wish, the same form is not", () => {
  const wish = {
    editionId: "e",
    offerId: "o",
    unitCents: 1,
    currency: "EUR",
    vatTreatment: "standard_21",
    withdrawalChoice: "wait",
    withdrawalVersion: "v",
    locale: "nl",
    company: null,
    companyReference: null,
    vatId: null,
    accessMonths: 12,
    termsVersion: "t",
  };
  expect([sameWish(wish, { ...wish }), sameWish(wish, { ...wish, company: "Zorggroep" })]).toEqual([true, false]);
  expect(sameWish(wish, { ...wish, editionId: "the next" })).toBe(false);
});
