import { expect, test } from "vitest";
import { fullReference } from "./compile/references.ts";
import { sourceLine } from "./source-line.ts";

const source = {
  type: "report",
  authors: [{ family: "Perlman" }],
  issued: "1981",
  publisher: "Uitgever",
  checked: false,
  level: "expert",
} as unknown as Parameters<typeof fullReference>[0];

test("what a source is about stands apart from its line, without brackets, where its title is not known", () => {
  const full = fullReference({ ...source, description: "Theorie over een tekort [en meer], over 2 < 3" });
  expect(sourceLine(full)).toEqual({ line: "Perlman (1981). Uitgever.", about: "Theorie over een tekort [en meer], over 2 &#60; 3." });
});

test("a source known by its description alone has that for its line", () => {
  const full = fullReference({ ...source, authors: [], issued: undefined, publisher: undefined, description: "Theorie." });
  expect(sourceLine(full)).toEqual({ line: "Theorie.", about: null });
});

test("a title stays as it is, brackets and all, and no line says by itself whether it was checked", () => {
  const titled = fullReference({ ...source, title: "Gemis [herdruk]" });
  expect(titled).toContain("nagetrokken");
  expect(sourceLine(titled)).toEqual({ line: "Perlman (1981). <em>Gemis [herdruk]</em>. Uitgever.", about: null });
});
