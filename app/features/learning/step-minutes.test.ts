import { expect, test } from "vitest";
import { stepMinutes } from "./step-minutes.ts";

const prose = (words: number) => ({ kind: "prose" as const, html: `<p>${"woord ".repeat(words)}</p>` });
const read = (id: string, words: number) => ({ id, title: id, blocks: [prose(words)] });
const reading = (minutes: number) => ({ reading: minutes, reflection: 0, case: 0, practice: 0, media: 0, vignette: 0 });

test("steps share the reading by words; writing comes on top, practice does not", () => {
  const minutes = { reading: 10, reflection: 3, case: 0, practice: 20, media: 0, vignette: 0 };
  const steps = [
    { id: "a", title: "", blocks: [prose(600)] },
    { id: "b", title: "B", blocks: [prose(400), { kind: "reflection" as const, id: "r", minutes: 3, html: "" }] },
  ];
  expect(stepMinutes({ steps, minutes })).toEqual([6, 7]);
});

test("the steps add up to the lesson: a minute rounded away at one is another's", () => {
  const lesson = { steps: [150, 240, 840, 240, 400].map((words, at) => read(`${at}`, words)), minutes: reading(16) };
  const minutes = stepMinutes(lesson);
  expect(minutes.reduce((sum, count) => sum + count)).toBe(16);
  expect(minutes).toEqual([1, 2, 7, 2, 4]);
});

test("each step takes a minute at least, also where nothing is counted; the longest gives it up", () => {
  const practice = { id: "p", title: "P", blocks: [{ kind: "practice" as const, id: "p", minutes: 20, html: "" }] };
  expect(stepMinutes({ steps: [read("a", 600), read("b", 10), practice], minutes: reading(10) })).toEqual([8, 1, 1]);
  expect(stepMinutes({ steps: [read("a", 60), read("b", 40), practice], minutes: reading(1) })).toEqual([1, 1, 1]);
});
