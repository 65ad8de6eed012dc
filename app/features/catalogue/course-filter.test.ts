import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksNothing, COURSES_A_PAGE, type Findable, facetNames, facetsOf, findCourses, pageOf, wishIn } from "./course-filter.ts";

const offer = (amountCents: number) => ({
  id: "o",
  amountCents,
  currency: "EUR",
  vatTreatment: "standard_21" as const,
  vatBasisPoints: 2100,
});
const course = (given: Partial<Findable>): Findable => ({
  title: "Gemis is geen alleen-zijn",
  summary: "Over gemis",
  kind: "module",
  level: "hbo+",
  minutes: 134,
  registers: ["Registerplein", "SKJ"],
  offer: offer(9500),
  ...given,
});
const ask = (query: string, cards: Findable[]) => findCourses(cards, wishIn(new URLSearchParams(query), cards));
const titles = (cards: Findable[]) => cards.map(({ title }) => title);

describe("with one course", () => {
  it("there is nothing to choose", () => {
    expect(facetsOf([course({})])).toEqual([]);
    expect(facetsOf([])).toEqual([]);
  });
});

describe("with several", () => {
  const cards = [
    course({ title: "Gemis" }),
    course({ title: "Rouw na verlies", kind: "masterclass", minutes: 600, registers: ["SKJ"] }),
    course({ title: "Eén gesprek", summary: "Een café-avond", minutes: 45, offer: offer(0), level: "mbo" }),
    course({ title: "Nog in de maak", offer: null }),
  ];

  it("only what divides them can be chosen, each value in its order", () => {
    expect(facetsOf(cards)).toEqual([
      { name: "kind", values: ["module", "masterclass"] },
      { name: "level", values: ["hbo+", "mbo"] },
      { name: "load", values: ["hour", "afternoon", "days"] },
      { name: "price", values: ["free", "paid"] },
      { name: "register", values: ["Registerplein", "SKJ"] },
    ]);
    expect(facetsOf(cards.slice(0, 1).concat(course({ title: "Ook een module" })))).toEqual([]);
  });

  it("every facet narrows, and together they narrow further", () => {
    expect(titles(ask("kind=masterclass", cards))).toEqual(["Rouw na verlies"]);
    expect(titles(ask("load=hour", cards))).toEqual(["Eén gesprek"]);
    expect(titles(ask("price=paid", cards))).toEqual(["Gemis", "Rouw na verlies"]);
    expect(titles(ask("register=Registerplein&level=hbo%2B", cards))).toEqual(["Gemis", "Nog in de maak"]);
    expect(ask("kind=masterclass&load=hour", cards)).toEqual([]);
  });

  it("words are found without capitals or accents, in any order, and all of them have to be there", () => {
    expect(titles(ask("q=EEN+cafe", cards))).toEqual(["Eén gesprek"]);
    expect(titles(ask("q=verlies++rouw", cards))).toEqual(["Rouw na verlies"]);
    expect(ask("q=rouw+cafe", cards)).toEqual([]);
    expect(ask("q=%28.*", cards)).toEqual([]);
  });

  it("an old link to what no longer exists shows everything", () => {
    expect(ask("kind=cursus&level=&load=week&register=BIG", cards)).toHaveLength(4);
    expect(asksNothing(wishIn(new URLSearchParams("kind=cursus&q=+"), cards))).toBe(true);
  });
});

describe("with two hundred", () => {
  const many = Array.from({ length: 200 }, (_, number) =>
    course({ title: `Titel ${number}`, kind: number % 2 ? "module" : "masterclass", minutes: number * 3, level: `niveau ${number % 4}` }),
  );

  it("pages hold each course once, whatever page is asked", () => {
    const { pages } = pageOf(many, null);
    const seen = Array.from({ length: pages }, (_, index) => pageOf(many, String(index + 1)).cards).flat();
    expect(titles(seen)).toEqual(titles(many));
    expect(pageOf(many, "9999").page).toBe(pages);
    for (const strange of ["-3", "NaN", "", "1e9", null]) expect(pageOf(many, strange).cards.length).toBeLessThanOrEqual(COURSES_A_PAGE);
    expect(pageOf([], "2")).toEqual({ cards: [], page: 1, pages: 1 });
  });

  it("asking for more never finds more", () => {
    const wish = fc.record(
      {
        kind: fc.constantFrom("module", "masterclass"),
        level: fc.constantFrom("niveau 1", "niveau 2"),
        load: fc.constantFrom("hour", "days"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(wish, fc.constantFrom("", "titel", "1"), (facets, words) => {
        const found = findCourses(many, { words, ...facets });
        for (const name of facetNames) {
          const { [name]: _left, ...fewer } = { words, ...facets } as Record<string, string> & { words: string };
          const before = new Set(findCourses(many, { ...fewer, words }));
          expect(found.every((card) => before.has(card))).toBe(true);
        }
      }),
    );
  });
});
