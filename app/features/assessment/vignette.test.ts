import { expect, test } from "vitest";
import type { VignetteDefinition } from "#app/features/catalogue/compiled.ts";
import { metBy, rubricShown, walkOf } from "./vignette.ts";

const choice = (id: string, to: string, criterion: string, points: number) => ({
  id,
  text: `<p>${id}</p>`,
  to,
  criterion,
  points,
  feedback: `<p>wat ${id} doet</p>`,
  sources: [],
});
const end = (id: string) => ({ id, text: `<p>${id}</p>`, lesson: "<p>Neem mee.</p>", choices: [] });
const talk: VignetteDefinition = {
  id: "deur",
  lessonId: "les",
  title: "Een deur",
  minutes: 6,
  intro: "<p>Een deur.</p>",
  rubric: [
    { id: "open", text: "Je vraagt open." },
    { id: "rust", text: "Je laat stilte toe." },
  ],
  start: "begin",
  scenes: [
    {
      id: "begin",
      text: "<p>begin</p>",
      lesson: null,
      choices: [choice("vraag", "midden", "open", 2), choice("raad", "midden", "open", 0)],
    },
    { id: "midden", text: "<p>midden</p>", lesson: null, choices: [choice("door", "warm", "open", 2), choice("weg", "koel", "open", 1)] },
    end("warm"),
    end("koel"),
  ],
};
const shownOn = (...path: string[]) => rubricShown(talk, walkOf(talk, path).turns).map(({ shown }) => shown);

test("a path tells the conversation again", () => {
  expect(walkOf(talk, [])).toMatchObject({ turns: [], scene: { id: "begin" }, ended: false });
  expect(walkOf(talk, ["vraag"])).toMatchObject({ scene: { id: "midden" }, ended: false });
  const { turns, scene, ended } = walkOf(talk, ["raad", "weg"]);
  expect(turns.map(({ scene: at, choice: said }) => [at.id, said.id])).toEqual([
    ["begin", "raad"],
    ["midden", "weg"],
  ]);
  expect([scene.id, ended]).toEqual(["koel", true]);
});

test("a path that the vignette does not have is no path", () => {
  expect(() => walkOf(talk, ["door"])).toThrow("no choice door");
});

test("the rubric: all of it, some of it, none of it, or nothing about it", () => {
  expect(shownOn("vraag", "door")).toEqual(["met", null]);
  expect(shownOn("vraag", "weg")).toEqual(["partly", null]);
  expect(shownOn("raad", "door")).toEqual(["partly", null]);
  expect(shownOn("raad")).toEqual(["not-met", null]);
  expect(shownOn()).toEqual([null, null]);
});

test("points are said in three words", () => {
  expect([0, 1, 2].map(metBy)).toEqual(["not-met", "partly", "met"]);
});
