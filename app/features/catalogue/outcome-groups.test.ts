import { expect, test } from "vitest";
import { outcomeGroups } from "./outcome-groups.ts";

const outcome = (id: string) => ({ id, text: id });
const module = (id: string) => ({ id, title: `Module ${id}`, recap: "", check: null, from: null, lessons: [] });

test("outcomes stand under the first module whose lessons work towards them, and the course's own in front", () => {
  const outcomes = ["heel", "m-a", "n-a", "m-b"].map(outcome);
  const lessons = [
    { moduleId: "m", outcomes: ["m-b", "m-a"] },
    { moduleId: "n", outcomes: ["n-a", "m-a"] },
  ];
  expect(outcomeGroups({ outcomes, modules: [module("m"), module("n")] }, lessons)).toEqual([
    { title: null, outcomes: [outcome("heel")] },
    { title: "Module m", outcomes: [outcome("m-a"), outcome("m-b")] },
    { title: "Module n", outcomes: [outcome("n-a")] },
  ]);
});

test("a course of one module has one list", () => {
  const outcomes = [outcome("a")];
  expect(outcomeGroups({ outcomes, modules: [module("m")] }, [])).toEqual([{ title: null, outcomes }]);
});
