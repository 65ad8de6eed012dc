import { describe, expect, it } from "vitest";
import type { Claim, Reference } from "./compiled.ts";
import { provisionalSources } from "./provisional.ts";

const source = (key: string, about: Partial<Reference> = {}): Reference => ({
  key,
  short: `Bron ${key}`,
  full: key,
  url: null,
  level: "cohort",
  checked: true,
  checkedOn: "2026-11-22",
  reviewBy: "2028-11-22",
  note: null,
  ...about,
});
const claim = (id: string, reviewBy: string | null): Claim => ({
  id,
  text: `Bewering ${id}`,
  verdict: "S",
  level: "cohort",
  observational: true,
  sources: [],
  correction: null,
  checkedOn: null,
  reviewBy,
  lessons: [],
});
const found = (sources: Reference[], claims: Claim[], at: string) =>
  provisionalSources(
    {
      references: Object.fromEntries(sources.map((one) => [one.key, one])),
      claims: Object.fromEntries(claims.map((one) => [one.id, one])),
    },
    new Date(at),
  );

describe("what a text rests on that is not certain enough", () => {
  it("is nothing where all was checked and is not too old", () => {
    expect(
      found([source("a"), source("b", { reviewBy: null })], [claim("A01", "2028-11-22"), claim("P01", null)], "2027-01-01T00:00:00Z"),
    ).toEqual([]);
  });

  it("is a source that nobody checked, whatever its dates", () => {
    expect(found([source("a", { checked: false, checkedOn: null, reviewBy: "2020-01-01" })], [], "2027-01-01T00:00:00Z")).toEqual([
      { kind: "source", key: "a", name: "Bron a", why: "unchecked", reviewBy: null },
    ]);
  });

  it("is a source or claim from the day after it was to be looked at again, by the clock of Amsterdam", () => {
    const texts = [[source("a", { reviewBy: "2027-06-30" })], [claim("A01", "2027-06-30")]] as const;
    expect(found([...texts[0]], [...texts[1]], "2027-06-30T21:59:59Z")).toEqual([]);
    expect(found([...texts[0]], [...texts[1]], "2027-06-30T22:00:00Z")).toEqual([
      { kind: "source", key: "a", name: "Bron a", why: "review-past", reviewBy: "2027-06-30" },
      { kind: "claim", key: "A01", name: "Bewering A01", why: "review-past", reviewBy: "2027-06-30" },
    ]);
  });
});
