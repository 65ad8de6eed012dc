import { expect, test } from "vitest";
import { askedFor, askedInWords } from "./asked-for.ts";

test("what was asked is told without what anybody made of it, and checks alike are counted together", () => {
  const held = [
    { key: "lessons-finished", value: 12, needed: 12 },
    { key: "check-passed:een", value: 91, needed: 70 },
    { key: "check-passed:twee", value: 88, needed: 70 },
    { key: "check-passed:drie", value: 97, needed: 80 },
    { key: "session-attended:live", value: 1, needed: 1 },
    { key: "final-test-passed:eind", value: 93, needed: 75 },
    { key: "vignettes-played", value: 2, needed: 2 },
    { key: "evaluation-given", value: 1, needed: 1 },
  ];
  const asked = askedFor(held);
  expect(JSON.stringify(asked)).not.toMatch(/91|88|97|93/);
  expect(askedInWords(asked, "nl")).toEqual([
    "12 lessen afronden",
    "2 kennischecks halen met minstens 70 procent",
    "een kennischeck halen met minstens 80 procent",
    "de eindtoets halen met minstens 75 procent",
    "2 gespreksvignetten tot een einde spelen",
    "het evaluatieformulier invullen",
  ]);
  expect(
    askedInWords(
      [
        { kind: "vignettes-played", needed: 1 },
        { kind: "evaluation-given", needed: 1 },
      ],
      "en",
    ),
  ).toEqual(["play one conversation vignette to an end", "fill in the evaluation form"]);
  expect(askedFor(undefined)).toEqual([]);
});
