import { describe, expect, it } from "vitest";
import { coveredEditions, standingOf, withoutPoints } from "./accreditations.ts";
import type { CourseCard } from "./course-cards.server.ts";
import { courseListData, scriptText } from "./course-data.ts";
import { afterAct, compareEditions, type EditionState, editionActs, editionToShow, maySell } from "./editions.ts";
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
    expect(maySell(edition("2026.1", state, reviewer), mode, [])).toBe(expected);
  });
  it("for real money is nothing whose text rests on something provisional", () => {
    const sold = edition("2026.1", "on-sale", "M. de Vries");
    expect(maySell(sold, "live", ["a source"])).toBe(false);
    expect(maySell(sold, "test", ["a source"])).toBe(true);
    expect(maySell(sold, "sandbox", ["a source"])).toBe(true);
  });
});

describe("what the office does with an edition", () => {
  const outcome = (
    state: EditionState,
    act: (typeof editionActs)[number],
    more: { mode?: "live" | "test"; provisional?: string[] } = {},
  ) => {
    const reviewerName = state === "draft" ? null : "M. de Vries";
    const answer = afterAct({ state, reviewerName }, act, { mode: more.mode ?? "live", provisional: more.provisional ?? [] });
    return answer.ok ? answer.state : answer.reason;
  };
  it.each([
    ["draft", ["reviewed", "not-reviewed", "not-on-sale", "retired"]],
    ["reviewed", ["reviewed", "on-sale", "not-on-sale", "retired"]],
    ["on-sale", ["on-sale", "on-sale", "reviewed", "retired"]],
    ["retired", ["retired", "retired", "retired", "retired"]],
  ] as const)("%s: review, put on sale, take off sale, retire → %s", (state, expected) => {
    expect(editionActs.map((act) => outcome(state, act))).toEqual(expected);
  });
  it("refuses what is already so, and does not merely repeat it", () => {
    expect(afterAct({ state: "on-sale", reviewerName: "M. de Vries" }, "put-on-sale", { mode: "test", provisional: [] }).ok).toBe(false);
    for (const act of editionActs)
      expect(afterAct({ state: "retired", reviewerName: "M. de Vries" }, act, { mode: "test", provisional: [] }).ok).toBe(false);
  });
  it("puts nothing provisional on sale for real money", () => {
    expect(outcome("reviewed", "put-on-sale", { provisional: ["a source"] })).toBe("provisional");
    expect(outcome("reviewed", "put-on-sale", { mode: "test", provisional: ["a source"] })).toBe("on-sale");
  });
  it("puts nothing on sale of which nobody is named as reviewer", () => {
    expect(afterAct({ state: "reviewed", reviewerName: null }, "put-on-sale", { mode: "test", provisional: [] })).toEqual({
      ok: false,
      reason: "not-reviewed",
    });
  });
});

describe("an accreditation", () => {
  const window = {
    status: "granted",
    validFrom: new Date("2026-01-01T00:00:00Z"),
    validTo: new Date("2026-12-31T22:59:59Z"),
    editionsCovered: [{ edition: "2026.1", fromRevision: 2 }],
  };
  const text = { edition: "2026.1", revision: 3 };
  const june = new Date("2026-06-01T00:00:00Z");
  it.each([
    ["2025-12-31T23:59:59Z", "later"],
    ["2026-01-01T00:00:00Z", "in-force"],
    ["2026-12-31T22:59:59Z", "in-force"],
    ["2027-01-01T00:00:00Z", "lapsed"],
  ])("at %s is %s", (at, expected) => expect(standingOf(window, text, new Date(at))).toBe(expected));
  it.each([
    ["2026.1", 2, "in-force"],
    ["2026.1", 1, "other-text"],
    ["2026.2", 3, "other-text"],
  ])("of edition %s, revision %i, is %s: it covers only what the register saw", (edition, revision, expected) =>
    expect(standingOf(window, { edition, revision }, june)).toBe(expected),
  );
  it("covers every text where no edition is named, and every revision of an edition named alone", () => {
    expect(standingOf({ ...window, editionsCovered: [] }, { edition: "2031.1", revision: 1 }, june)).toBe("in-force");
    expect(coveredEditions(["2026.1"])).toEqual([{ edition: "2026.1", fromRevision: 1 }]);
  });
  it("is not in force before it is granted, nor without a beginning", () => {
    expect(standingOf({ ...window, status: "requested" }, text, june)).toBe("requested");
    expect(standingOf({ ...window, validFrom: null }, text, june)).toBe("lapsed");
  });
  it("is warned of where its register gives no points for this text now, and only there", () => {
    const at = (register: string, standing: ReturnType<typeof standingOf>) => ({ register, standing });
    const all = [at("SKJ", "lapsed"), at("SKJ", "in-force"), at("V&VN", "later"), at("V&VN", "lapsed"), at("NIP", "requested")];
    expect(withoutPoints(all)).toEqual([at("V&VN", "later")]);
  });
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
      heading: "</script>",
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
