import { beforeAll, expect, test } from "vitest";
import { saveWriting, submitCase } from "#app/features/learning/writing.server.ts";
import { noteId } from "#app/features/learning/writing.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/features/enrolment/course-fixture.ts";
import { last, makeLearner, minutes, now, publish, slug, words } from "#tests/features/learning/learner.ts";
import { visitor } from "./pages.tsx";

const lesson = paths.printLesson(slug, last.lessonId);
const module = paths.printModule(slug, "gemis");
const told = "Er is niet één goed antwoord";
const draft = (blockId: string, text: string) => ({ lessonId: last.lessonId, blockId, text, baseVersion: 0 });

beforeAll(async () => {
  process.env.NODE_ENV = "test";
  await publish();
});

test("a sheet is behind the gate of the lessons themselves, and printing is no visit", async () => {
  for (const path of [lesson, module]) {
    expect((await visitor(null, now).get(path)).to).toBe(paths.login(path));
    expect((await visitor(await makePerson(), now).get(path)).to).toBe(paths.course(slug));
    const waiting = await makeLearner({ begun: false });
    expect((await visitor(waiting.personId, now).get(path)).to).toBe(paths.learnCourse(slug));
  }
  const { personId, enrolmentId } = await makeLearner();
  const learner = visitor(personId, now);
  expect((await learner.get(lesson)).status).toBe(200);
  expect((await learner.get(module)).status).toBe(200);
  expect(await db.lessonProgress.count({ where: { enrolmentId } })).toBe(0);
  expect((await learner.get(paths.printLesson(slug, "bestaat-niet"))).status).toBe(404);
  expect((await learner.get(paths.printModule(slug, "bestaat-niet"))).status).toBe(404);
});

test("a sheet has claims opened, room to write, its sources, and where and when it was printed", async () => {
  const { html } = await visitor((await makeLearner()).personId, now).get(lesson);
  expect(html).toMatch(/<details open="">.*?Wat betekent dit oordeel\?/s);
  expect(html).toContain('class="ruled"');
  expect(html).toContain('id="bron-cbs-85766ned"');
  expect(html).toMatch(new RegExp(`${lesson}.*22 november 2026`));
  expect(html).not.toContain("<form");
});

test("a module is all its lessons, with each source and each id once", async () => {
  const { html } = await visitor((await makeLearner()).personId, now).get(module);
  for (const title of ["Alleen of eenzaam", "Welk gemis?", "Een bewering wegen"]) expect(html).toContain(`>${title}</h2>`);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  const regions = [...html.matchAll(/<section[^>]* aria-labelledby="([^"]+)"/g)].map((match) => match[1]);
  const names = regions.map((id) => new RegExp(`id="${id}"[^>]*>(.*?)</h`, "s").exec(html)?.[1]);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test("own texts come along when asked for; a discussion only once the case is handed in", async () => {
  const learner = await makeLearner();
  const reader = visitor(learner.personId, minutes(5));
  await saveWriting(learner, draft(last.reflectionId, "Dit schreef ik zelf."), minutes(1));
  await saveWriting(learner, draft(noteId(last.lessonId, "casus"), "Genoteerd bij de casus."), minutes(1));
  const withTexts = (path: string) => `${path}?texts=1`;
  for (const path of [lesson, module]) {
    expect((await reader.get(path)).html).not.toContain("Dit schreef ik zelf.");
    expect((await reader.get(path)).html).not.toContain("Genoteerd bij de casus.");
    expect((await reader.get(withTexts(path))).html).toContain("Dit schreef ik zelf.");
    expect((await reader.get(withTexts(path))).html).toContain("Genoteerd bij de casus.");
    expect((await reader.get(withTexts(path))).html).not.toContain(told);
  }
  await submitCase(learner, draft(last.caseId, words(45)), minutes(2));
  for (const path of [lesson, module]) {
    const { html } = await reader.get(path);
    expect(html).toContain(told);
    expect(html).not.toContain("woord44");
  }
});
