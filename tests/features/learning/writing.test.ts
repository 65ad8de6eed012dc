import { beforeAll, expect, test } from "vitest";
import { completionStateOf } from "#app/features/learning/completion.server.ts";
import { lessonPage } from "#app/features/learning/lesson-page.server.ts";
import { lessonSheets } from "#app/features/learning/lesson-sheets.server.ts";
import { caseKey } from "#app/features/learning/requirements.ts";
import { saveWriting, submitCase } from "#app/features/learning/writing.server.ts";
import { CASE_WORDS, TEXT_LIMIT } from "#app/features/learning/writing.ts";
import { db } from "#app/platform/db.server.ts";
import { countQueries } from "./count-queries.ts";
import { last, makeLearner, minutes, now, publish, words } from "./learner.ts";

beforeAll(async () => {
  await publish();
});

const draft = (text: string, baseVersion = 0, blockId = last.reflectionId) => ({ lessonId: last.lessonId, blockId, text, baseVersion });
const page = (learner: Awaited<ReturnType<typeof makeLearner>>, visit = true) => lessonPage(learner, last.lessonId, { visit }, now);

test("a text comes back as it was written, and the table cannot be read", async () => {
  const learner = await makeLearner();
  const text = "Ik vroeg het niet.\n\nWaarom eigenlijk niet? ’s Avonds wél.";
  expect(await saveWriting(learner, draft(text.replaceAll("\n", "\r\n")), minutes(1))).toEqual({
    ok: true,
    version: 1,
    savedAt: minutes(1),
  });
  expect((await page(learner))?.writings).toMatchObject([
    { blockId: last.reflectionId, text, version: 1, savedAt: minutes(1), submittedAt: null },
  ]);
  const row = await db.writing.findFirstOrThrow({
    where: { enrolmentId: learner.enrolmentId },
    select: { ciphertext: true, keyId: true, kind: true },
  });
  expect(Buffer.from(row.ciphertext).toString("latin1")).not.toContain("vroeg");
  expect(row).toMatchObject({ kind: "reflection", keyId: expect.stringMatching(/^[0-9a-f]{8}$/) });
});

test("saved elsewhere since: nothing is overwritten, both texts come back", async () => {
  const learner = await makeLearner();
  await saveWriting(learner, draft("op de telefoon"), minutes(1));
  await saveWriting(learner, draft("op de telefoon, langer", 1), minutes(2));
  const stale = await saveWriting(learner, draft("op de laptop", 1), minutes(3));
  expect(stale).toEqual({
    ok: false,
    reason: "stale",
    theirs: { text: "op de telefoon, langer", version: 2, savedAt: minutes(2) },
    mine: "op de laptop",
  });
  expect(await saveWriting(learner, draft("op de laptop", 2), minutes(4))).toMatchObject({ ok: true, version: 3 });
  expect(await db.writingVersion.count({ where: { writing: { enrolmentId: learner.enrolmentId } } })).toBe(3);
});

test("the same text again is no new version, also when the answer to the first save got lost", async () => {
  const learner = await makeLearner();
  await saveWriting(learner, draft("een zin"), minutes(1));
  expect(await saveWriting(learner, draft("een zin"), minutes(2))).toEqual({ ok: true, version: 1, savedAt: minutes(1) });
});

test("two devices at once: one is saved, the other hears of it", async () => {
  const learner = await makeLearner();
  const answers = await Promise.all(["een", "twee", "drie"].map((text) => saveWriting(learner, draft(text), now)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "stale")).toHaveLength(2);
});

test("too long is said in numbers and saves nothing over what was there", async () => {
  const learner = await makeLearner();
  await saveWriting(learner, draft("kort"), now);
  expect(await saveWriting(learner, draft("x".repeat(TEXT_LIMIT + 1), 1), now)).toEqual({
    ok: false,
    reason: "too-long",
    length: TEXT_LIMIT + 1,
    limit: TEXT_LIMIT,
  });
  expect(await saveWriting(learner, draft("\r\n".repeat(TEXT_LIMIT), 1), now)).toMatchObject({ ok: true, version: 2 });
});

test("only blocks that are there to write in, and only one's own", async () => {
  const learner = await makeLearner();
  const other = await makeLearner();
  for (const blockId of ["bestaat-niet", "oefening-bewering", "claim-a01", '"; drop table writing; --']) {
    expect(await saveWriting(learner, draft("tekst", 0, blockId), now)).toEqual({ ok: false, reason: "unknown-block" });
  }
  await saveWriting(learner, draft("van mij"), now);
  expect(await saveWriting({ ...learner, personId: other.personId }, draft("van een ander", 1), now)).toEqual({
    ok: false,
    reason: "unknown-block",
  });
  expect(await lessonPage({ ...learner, personId: other.personId }, last.lessonId, { visit: true }, now)).toBeNull();
});

test("a case that is too short is saved, not handed in; then it is, once, and counts", async () => {
  const learner = await makeLearner();
  const short = await submitCase(learner, draft(words(CASE_WORDS - 1), 0, last.caseId), minutes(1));
  expect(short).toEqual({ ok: false, reason: "too-short", words: CASE_WORDS - 1, needed: CASE_WORDS, version: 1 });
  expect((await page(learner))?.writings).toMatchObject([{ text: words(CASE_WORDS - 1), submittedAt: null }]);
  const answers = await Promise.all([1, 2].map(() => submitCase(learner, draft(words(CASE_WORDS), 1, last.caseId), minutes(2))));
  expect(answers).toEqual([
    { ok: true, submittedAt: minutes(2) },
    { ok: true, submittedAt: minutes(2) },
  ]);
  expect((await completionStateOf(db, learner.enrolmentId)).records).toEqual({ [caseKey(last.caseId)]: 1 });
  expect(await saveWriting(learner, draft("toch anders", 2, last.caseId), minutes(3))).toEqual({ ok: false, reason: "handed-in" });
  expect(await submitCase(learner, draft(words(50), 2, last.caseId), minutes(3))).toEqual({ ok: false, reason: "handed-in" });
  expect(await db.auditEvent.count({ where: { action: "learning.case-submitted", subjectId: learner.enrolmentId } })).toBe(1);
});

test("a reflection cannot be handed in as a case", async () => {
  const learner = await makeLearner();
  expect(await submitCase(learner, draft(words(60)), now)).toEqual({ ok: false, reason: "unknown-block" });
});

test("the discussion leaves the server only after the learner's own text", async () => {
  const learner = await makeLearner();
  const telling = "Er is niet één goed antwoord";
  expect(JSON.stringify(await page(learner))).not.toContain(telling);
  await saveWriting(learner, draft(words(60), 0, last.caseId), now);
  expect(JSON.stringify(await page(learner))).not.toContain(telling);
  await submitCase(learner, draft(words(60), 1, last.caseId), now);
  expect(JSON.stringify(await page(learner))).toContain(telling);
});

test("a correction moves a block to another lesson: what was written and handed in there comes along, and can be written on", async () => {
  const learner = await makeLearner();
  await saveWriting(learner, draft("van mij"), now);
  await submitCase(learner, draft(words(60), 0, last.caseId), now);
  const other = "welk-gemis";
  const lessons = await db.revisionLesson.findMany({
    where: { lessonId: { in: [last.lessonId, other] } },
    select: { id: true, lessonId: true, content: true },
  });
  type Content = { steps: { blocks: { id?: string }[] }[] };
  const contentOf = (lessonId: string) => structuredClone(lessons.find((lesson) => lesson.lessonId === lessonId)?.content) as Content;
  const [from, to] = [contentOf(last.lessonId), contentOf(other)];
  const moves = ({ id }: { id?: string }) => id === last.caseId || id === last.reflectionId;
  to.steps[0]?.blocks.push(...from.steps.flatMap(({ blocks }) => blocks.filter(moves)));
  for (const step of from.steps) step.blocks = step.blocks.filter((block) => !moves(block));
  const put = (lessonId: string, content: unknown) =>
    db.revisionLesson.updateMany({ where: { lessonId }, data: { content: content as object } });
  try {
    await put(last.lessonId, from);
    await put(other, to);
    const there = async () => await lessonPage(learner, other, { visit: true }, now);
    expect((await there())?.writings).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ blockId: last.reflectionId, text: "van mij", version: 1 }),
        expect.objectContaining({ blockId: last.caseId, submittedAt: now }),
      ]),
    );
    expect(JSON.stringify(await there())).toContain("Er is niet één goed antwoord");
    const [sheet] = await lessonSheets(learner, [other], { texts: true });
    expect(sheet?.writings.map(({ text }) => text)).toContain("van mij");
    expect(JSON.stringify(sheet)).toContain("Er is niet één goed antwoord");
    await saveWriting(learner, { ...draft("nog steeds van mij", 1), lessonId: other }, minutes(1));
    expect((await there())?.writings.map(({ text }) => text)).toContain("nog steeds van mij");
    expect(await db.writing.count({ where: { enrolmentId: learner.enrolmentId, lessonId: other } })).toBe(1);
  } finally {
    for (const { lessonId, content } of lessons) await put(lessonId, content);
  }
});

test("a lesson page: three statements at most, the same number with and without texts of one's own", async () => {
  const learner = await makeLearner();
  await page(learner, false);
  expect(await db.lessonProgress.count({ where: { enrolmentId: learner.enrolmentId } })).toBe(0);
  expect((await countQueries(() => page(learner))).count).toBe(2);
  expect(await db.lessonProgress.count({ where: { enrolmentId: learner.enrolmentId } })).toBe(1);
  expect((await countQueries(() => page(learner))).count).toBe(1);
  await saveWriting(learner, draft("een"), now);
  expect((await countQueries(() => page(learner))).count).toBe(2);
  await saveWriting(learner, draft("twee", 0, last.caseId), now);
  expect((await countQueries(() => page(learner))).count).toBe(2);
});

test("while typing, old versions thin out and the newest twenty stay", async () => {
  const learner = await makeLearner();
  for (let version = 0; version < 40; version++)
    await saveWriting(learner, draft(`tekst ${version}`, version), new Date(now.getTime() + version * 2000));
  const kept = await db.writingVersion.findMany({
    where: { writing: { enrolmentId: learner.enrolmentId } },
    orderBy: { version: "asc" },
    select: { version: true },
  });
  expect(kept.map((row) => row.version)).toEqual(Array.from({ length: 20 }, (_, index) => index + 21));
});
