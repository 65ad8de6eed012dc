import { expect, test } from "vitest";
import type { Block } from "#app/features/catalogue/compiled.ts";
import { inReadingOrder, type StoredText } from "./own-texts.ts";
import { noteId } from "./writing.ts";

const at = new Date("2026-11-22T10:00:00Z");
const reflection = (id: string): Block => ({ kind: "reflection", id, minutes: 3, html: `<p>vraag ${id}</p>` });
const lesson = {
  id: "les",
  title: "Een les",
  position: 1,
  steps: [
    { id: "een", title: "", blocks: [reflection("r1")] },
    { id: "twee", title: "Tweede stap", blocks: [{ kind: "prose", html: "<p>tekst</p>" } as Block, reflection("r2")] },
  ],
};
const text = (blockId: string, kind: string, words = blockId, lessonId = "les"): StoredText => ({
  lessonId,
  blockId,
  kind,
  text: words,
  submittedAt: null,
  savedAt: at,
});

test("texts come in reading order, a step's note after what the step asks", () => {
  const stored = [
    text(noteId("les", "twee"), "note"),
    text("r2", "reflection"),
    text(noteId("les", "een"), "note"),
    text("r1", "reflection"),
  ];
  const { lessons, elsewhere } = inReadingOrder([lesson], stored);
  expect(lessons.map(({ texts }) => texts.map(({ blockId, anchor }) => [blockId, anchor]))).toEqual([
    [
      ["r1", "r1"],
      ["note:les:een", "notitie-een"],
      ["r2", "r2"],
      ["note:les:twee", "notitie-twee"],
    ],
  ]);
  expect(lessons[0]?.texts[0]?.prompt).toBe("<p>vraag r1</p>");
  expect(elsewhere).toEqual([]);
});

test("what was emptied is left out, and a lesson without texts too", () => {
  expect(inReadingOrder([lesson], [text("r1", "reflection", " \n ")])).toEqual({ lessons: [], elsewhere: [] });
});

test("what the course has no place for any more is still shown", () => {
  const { lessons, elsewhere } = inReadingOrder([lesson], [text(noteId("les", "weg"), "note"), text("r9", "reflection", "bewaard", "weg")]);
  expect(lessons[0]?.texts).toMatchObject([{ blockId: "note:les:weg", anchor: null }]);
  expect(elsewhere).toMatchObject([{ text: "bewaard", anchor: null }]);
});
