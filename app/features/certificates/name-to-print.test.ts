import { expect, test } from "vitest";
import { nameProblem, tidyName } from "./name-to-print.ts";

test.each([
  "Bo",
  "İpek Şahin-Çağlayan",
  "Łukaszewska",
  "Nguyễn Thị Ánh Tuyết",
  "محمد عبد الرحمن",
  "Fatima الزهراء de Vries-Öztürk",
  "J.P. d’Aulnis de Bourouill",
  "می‌خواهم",
  "n".repeat(120),
])("takes %s", (name) => {
  expect(nameProblem(tidyName(name))).toBeNull();
});

test.each([
  ["", "too-short"],
  [" A ", "too-short"],
  ["n".repeat(121), "too-long"],
  ["Jan\u0000sen", "forbidden-characters"],
  ["Jan\nJansen", "forbidden-characters"],
  ["Jan \u202Enesnaj", "forbidden-characters"],
  ["Jan\u200BJansen", "forbidden-characters"],
  ["12 34", "no-letters"],
])("refuses %j: %s", (name, problem) => {
  expect(nameProblem(tidyName(name))).toBe(problem);
});

test("tidies spaces and composes letters", () => {
  expect(tidyName("  Ays\u0327e\u00A0 \t Jansen ")).toBe("Ayşe Jansen");
});
