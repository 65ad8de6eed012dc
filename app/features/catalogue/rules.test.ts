import { describe, expect, it } from "vitest";
import { standingOf } from "./accreditations.ts";
import type { CourseCard } from "./course-cards.server.ts";
import { courseListData, scriptText } from "./course-data.ts";
import { compareEditions, editionToShow, maySell } from "./editions.ts";
import { withoutVat } from "./net-price.ts";

const edition = (number: string, state: string, reviewerName: string | null = null) => ({ number, state, reviewerName });

describe("which edition is shown", () => {
  it("is the newest on sale", () => {
    expect(
      editionToShow([edition("2026.1", "on-sale"), edition("2026.10", "on-sale"), edition("2026.9", "on-sale"), edition("2027.1", "draft")])
        ?.number,
    ).toBe("2026.10");
  });
  it("is the newest draft where none is on sale, and none that is retired", () => {
    expect(editionToShow([edition("2026.1", "retired"), edition("2025.4", "draft"), edition("2025.3", "reviewed")])?.number).toBe("2025.4");
    expect(editionToShow([edition("2026.1", "retired")])).toBeNull();
  });
  it("counts 10 after 9", () => expect(compareEditions("2026.10", "2026.9")).toBeGreaterThan(0));
});

describe("what may be sold", () => {
  it.each([
    ["draft", null, "sandbox", true],
    ["draft", null, "test", true],
    ["draft", null, "live", false],
    ["reviewed", "M. de Vries", "live", false],
    ["on-sale", null, "live", false],
    ["on-sale", "M. de Vries", "live", true],
    ["retired", "M. de Vries", "sandbox", false],
  ] as const)("%s, reviewed by %s, for %s money: %s", (state, reviewer, mode, expected) => {
    expect(maySell(edition("2026.1", state, reviewer), mode)).toBe(expected);
  });
});

describe("an accreditation", () => {
  const window = {
    status: "granted",
    validFrom: new Date("2026-01-01T00:00:00Z"),
    validTo: new Date("2026-12-31T22:59:59Z"),
    editionsCovered: ["2026.1"],
  };
  it.each([
    ["2025-12-31T23:59:59Z", "later"],
    ["2026-01-01T00:00:00Z", "in-force"],
    ["2026-12-31T22:59:59Z", "in-force"],
    ["2027-01-01T00:00:00Z", "lapsed"],
  ])("at %s is %s", (at, expected) => expect(standingOf(window, "2026.1", new Date(at))).toBe(expected));
  it("covers only the editions it names", () => expect(standingOf(window, "2026.2", new Date("2026-06-01T00:00:00Z"))).toBe("lapsed"));
  it("is not in force before it is granted", () =>
    expect(standingOf({ ...window, status: "requested" }, "2026.1", new Date("2026-06-01T00:00:00Z"))).toBe("requested"));
});

describe("prices and descriptions", () => {
  it("takes the VAT out in whole cents", () => {
    expect(withoutVat(9500, 2100)).toBe(7851);
    expect(withoutVat(9500, 0)).toBe(9500);
  });
  it("lists courses for search engines from three on", () => {
    const card = (slug: string): CourseCard => ({
      slug,
      kind: "module",
      title: "</script>",
      titleMeans: null,
      summary: "s",
      language: "nl",
      level: "hbo+",
      minutes: 1,
      lessons: 1,
      preview: null,
      registers: [],
      offer: null,
    });
    const publisher = { name: "P", origin: "https://x.example" };
    expect(courseListData([card("a"), card("b")], (slug) => slug, publisher)).toBeNull();
    const list = courseListData([card("a"), card("b"), card("c")], (slug) => slug, publisher);
    expect(list && scriptText(list)).not.toContain("<");
  });
});
