import { expect, test } from "vitest";
import { stepMinutes } from "./step-minutes.ts";

const prose = (words: number) => ({ kind: "prose" as const, html: `<p>${"woord ".repeat(words)}</p>` });

test("steps share the reading by words; writing comes on top, practice does not; none is nothing", () => {
  const minutes = { reading: 10, reflection: 3, case: 15, practice: 20, media: 0 };
  const steps = [
    { id: "a", title: "", blocks: [prose(600)] },
    { id: "b", title: "B", blocks: [prose(400), { kind: "reflection" as const, id: "r", minutes: 3, html: "" }] },
    { id: "c", title: "C", blocks: [{ kind: "practice" as const, id: "p", minutes: 20, html: "" }] },
  ];
  expect(stepMinutes({ steps, minutes })).toEqual([6, 7, 1]);
});
