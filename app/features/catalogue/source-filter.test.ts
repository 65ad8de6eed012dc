import { describe, expect, it } from "vitest";
import { findSources, type ListedSource, levelsAmong, sourceWishIn } from "./source-filter.ts";

const source = (key: string, level: ListedSource["level"], courses: string[], claims: ListedSource["claims"] = []): ListedSource => ({
  key,
  short: key,
  full: key,
  level,
  checked: true,
  checkedOn: null,
  overdueSince: null,
  note: null,
  courses,
  claims,
});
const claim = (id: string, courses: string[]): ListedSource["claims"][number] => ({
  id,
  text: id,
  verdict: "S",
  correction: null,
  courses,
});
const all = [
  source("boek", "theory", ["een"]),
  source("overzicht", "meta-analysis", ["een", "twee"], [claim("A01", ["een"]), claim("B01", ["twee"])]),
];
const asked = (query: string) => sourceWishIn(new URLSearchParams(query), all);

describe("finding a source", () => {
  it("offers the levels that are there, the weightiest first", () => expect(levelsAmong(all)).toEqual(["meta-analysis", "theory"]));

  it("reads what is asked, and takes a value nothing has for no question", () => {
    expect(asked("level=theory&course=een")).toEqual({ level: "theory", course: "een" });
    expect(asked("level=rct&course=drie")).toEqual({ level: null, course: null });
  });

  it("finds by level and by course, with the claims of that course alone", () => {
    expect(findSources(all, asked("")).map(({ key }) => key)).toEqual(["boek", "overzicht"]);
    expect(findSources(all, asked("level=theory")).map(({ key }) => key)).toEqual(["boek"]);
    expect(findSources(all, asked("course=twee"))).toMatchObject([{ key: "overzicht", claims: [{ id: "B01" }] }]);
    expect(findSources(all, asked("course=twee&level=theory"))).toEqual([]);
  });
});
