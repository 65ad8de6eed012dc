import { expect, test } from "vitest";
import { needsInWords } from "./need-words.ts";

const check = (id: string, percent: number) => ({ type: "check-passed", test: id, percent }) as const;

test("knowledge checks that ask the same are counted in one sentence; others keep their own", () => {
  expect(needsInWords([check("a", 70), check("b", 70), check("c", 80), { type: "evaluation-given" }])).toEqual([
    "Je haalt de twee kennischecks, elk met minstens 70 procent.",
    "Je haalt de kennischeck met minstens 80 procent.",
    "Je hebt het evaluatieformulier ingevuld.",
  ]);
});
