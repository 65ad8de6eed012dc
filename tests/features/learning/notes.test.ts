import { beforeAll, expect, test } from "vitest";
import { lessonPage } from "#app/features/learning/lesson-page.server.ts";
import { lessonSheets } from "#app/features/learning/lesson-sheets.server.ts";
import { ownTexts } from "#app/features/learning/own-texts.server.ts";
import { saveWriting, submitCase } from "#app/features/learning/writing.server.ts";
import { noteId } from "#app/features/learning/writing.ts";
import { db } from "#app/platform/db.server.ts";
import { countQueries } from "./count-queries.ts";
import { last, lessonIds, makeLearner, minutes, now, publish, words } from "./learner.ts";

beforeAll(async () => {
  await publish();
});

const note = (text: string, baseVersion = 0, stepId = "casus") => ({
  lessonId: last.lessonId,
  blockId: noteId(last.lessonId, stepId),
  text,
  baseVersion,
});

test("a note at a step comes back as it was written, and the table cannot be read", async () => {
  const learner = await makeLearner();
  expect(await saveWriting(learner, note("Vragen aan mijn team ✓"), minutes(1))).toEqual({ ok: true, version: 1, savedAt: minutes(1) });
  const page = await lessonPage(learner, last.lessonId, { visit: true }, now);
  expect(page?.writings).toMatchObject([{ blockId: noteId(last.lessonId, "casus"), text: "Vragen aan mijn team ✓", version: 1 }]);
  const row = await db.writing.findFirstOrThrow({
    where: { enrolmentId: learner.enrolmentId },
    select: { ciphertext: true, kind: true },
  });
  expect(row.kind).toBe("note");
  expect(Buffer.from(row.ciphertext).toString("utf8")).not.toContain("team");
});

test("only at a step that the lesson has", async () => {
  const learner = await makeLearner();
  const elsewhere = { ...note("x"), lessonId: "welk-gemis" };
  for (const draft of [note("x", 0, "bestaat-niet"), note("x", 0, ""), elsewhere, { ...note("x"), blockId: "note:" }])
    expect(await saveWriting(learner, draft, now)).toEqual({ ok: false, reason: "unknown-block" });
});

test("a note counts for nothing and is never handed in", async () => {
  const learner = await makeLearner();
  expect(await submitCase(learner, note(words(60)), now)).toEqual({ ok: false, reason: "unknown-block" });
  expect(await db.requirementRecord.count({ where: { enrolmentId: learner.enrolmentId } })).toBe(0);
});

test("written on two devices: nothing is overwritten, both texts come back", async () => {
  const learner = await makeLearner();
  await saveWriting(learner, note("op de telefoon"), minutes(1));
  expect(await saveWriting(learner, note("op de laptop"), minutes(2))).toMatchObject({
    ok: false,
    reason: "stale",
    theirs: { text: "op de telefoon" },
    mine: "op de laptop",
  });
});

test("nobody else reads or writes it: not with their own enrolment, not with the writer's", async () => {
  const writer = await makeLearner();
  const other = await makeLearner();
  await saveWriting(writer, note("alleen voor mij"), now);
  const borrowed = { ...writer, personId: other.personId };
  expect(await lessonPage(borrowed, last.lessonId, { visit: true }, now)).toBeNull();
  await expect(ownTexts(borrowed)).rejects.toThrow();
  expect(await saveWriting(borrowed, note("van een ander", 1), now)).toEqual({ ok: false, reason: "unknown-block" });
  expect(JSON.stringify(await ownTexts(other))).not.toContain("alleen voor mij");
  expect(await ownTexts(other)).toMatchObject({ lessons: [], elsewhere: [] });
});

test("all texts of a course in reading order, with what was asked", async () => {
  const learner = await makeLearner();
  await saveWriting(learner, note("bij de casus"), minutes(1));
  await submitCase(learner, { ...note(words(60)), blockId: last.caseId }, minutes(2));
  const lesson = await lessonPage(learner, "welk-gemis", { visit: true }, now);
  const [first] = lesson?.lesson.steps ?? [];
  await saveWriting(
    learner,
    { lessonId: "welk-gemis", blockId: noteId("welk-gemis", first?.id ?? ""), text: "eerder in de module", baseVersion: 0 },
    minutes(3),
  );
  const { courseTitle, lessons } = await ownTexts(learner);
  expect(courseTitle).toBe("Gemis is geen alleen-zijn");
  expect(lessons.map(({ lessonId, texts }) => [lessonId, texts.map(({ kind }) => kind)])).toEqual([
    ["welk-gemis", ["note"]],
    [last.lessonId, ["case", "note"]],
  ]);
  expect(lessons[1]?.texts[0]).toMatchObject({ title: "Mevrouw V. en Sem", submittedAt: minutes(2) });
  expect(lessons[1]?.texts[0]?.prompt).toContain("<p>");
  expect(JSON.stringify(lessons)).not.toContain("Er is niet één goed antwoord");
});

test("notes make the lesson page no slower: still two statements", async () => {
  const learner = await makeLearner();
  await lessonPage(learner, last.lessonId, { visit: true }, now);
  await saveWriting(learner, note("een"), now);
  await saveWriting(learner, { ...note("twee"), blockId: last.reflectionId }, now);
  expect((await countQueries(() => lessonPage(learner, last.lessonId, { visit: true }, now))).count).toBe(2);
});

test("lessons for paper take one statement however many they are, and one for the key when the texts are asked for", async () => {
  const learner = await makeLearner();
  await saveWriting(learner, note("een"), now);
  await saveWriting(learner, { ...note("twee"), blockId: last.reflectionId }, now);
  const ids = await lessonIds();
  const bare = await countQueries(() => lessonSheets(learner, ids, { texts: false }));
  expect(bare.count).toBe(1);
  expect(bare.result.map(({ lesson }) => lesson.id)).toEqual(ids);
  expect(bare.result.flatMap(({ writings }) => writings)).toEqual([]);
  const full = await countQueries(() => lessonSheets(learner, ids, { texts: true }));
  expect(full.count).toBe(2);
  expect(full.result.flatMap(({ writings }) => writings.map(({ text }) => text)).sort()).toEqual(["een", "twee"]);
  expect(await lessonSheets({ ...learner, personId: (await makeLearner()).personId }, ids, { texts: true })).toEqual([]);
});
