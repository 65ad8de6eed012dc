import fc from "fast-check";
import { expect, test } from "vitest";
import { sameWish, vatInside } from "./checkout.ts";
import { accessStart, withdrawalTexts } from "./withdrawal.ts";

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
  };
  expect([sameWish(wish, { ...wish }), sameWish(wish, { ...wish, company: "Zorggroep" })]).toEqual([true, false]);
  expect(sameWish(wish, { ...wish, editionId: "the next" })).toBe(false);
});
