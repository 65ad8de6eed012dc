import { expect, test } from "vitest";
import { breakable } from "./long-words.ts";

const shown = (title: string) => breakable(title).replaceAll("\u00AD", "|");

test("a compound may break where its words are joined, and nothing else may", () => {
  expect(shown("Gehechtheidsgeïnformeerd werken")).toBe("Gehechtheids|geïnformeerd werken");
  expect(shown("Ontwikkelingspsychologie")).toBe("Ontwikkelings|psychologie");
  for (const title of ["Gemis is geen alleen-zijn", "Meten met maat", "Vergaderingstijd", "Dingsigheden"]) expect(shown(title)).toBe(title);
});
