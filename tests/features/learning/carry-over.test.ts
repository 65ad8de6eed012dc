import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { dataKeyOf } from "#app/features/accounts/data-key.server.ts";
import { testRows } from "#app/features/assessment/test-rows.server.ts";
import { vignetteStates } from "#app/features/assessment/vignette-rows.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { begin } from "#app/features/enrolment/access.server.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { carriable, carriedInto, carryOver, isNothing } from "#app/features/learning/carry-over.server.ts";
import { completionStateOf, recordRequirement } from "#app/features/learning/completion.server.ts";
import { finishLesson, openLesson, reopenLesson } from "#app/features/learning/progress.server.ts";
import { caseKey, lessonKey, vignetteKey } from "#app/features/learning/requirements.ts";
import { openText, saveWriting, submitCase } from "#app/features/learning/writing.server.ts";
import { noteId } from "#app/features/learning/writing.ts";
import { db } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/features/enrolment/course-fixture.ts";
import { countQueries } from "./count-queries.ts";
import { words } from "./learner.ts";

const now = new Date("2026-11-22T10:00:00Z");
const later = new Date("2026-11-25T10:00:00Z");
const MODULE = "gemis-is-geen-alleen-zijn";
const TALK = "het-gesprek-over-eenzaamheid";
const MASTERCLASS = "eenzaamheid-begrijpen-en-begeleiden";
const CASE = { lessonId: "een-bewering-wegen", blockId: "casus-v-en-sem" };

beforeAll(async () => {
  await publishCourses({ folder: "courses", now: new Date("2026-11-01T10:00:00Z") });
});

async function editionOf(slug: string) {
  return db.edition.findFirstOrThrow({
    where: { courseSlug: slug },
    select: { id: true, revisions: { orderBy: { revision: "desc" }, take: 1, select: { id: true } } },
  });
}

async function enrol(personId: string, slug: string, mode: "live" | "sandbox" = "live") {
  const edition = await editionOf(slug);
  const ground = { personId, courseSlug: slug, editionId: edition.id, kind: "purchase" as const, source: `${slug} ${personId}`, mode };
  const { enrolmentId } = await addGround(db, { ...ground, startsAt: now, endsAt: null }, now);
  await begin(db, personId, slug, now);
  return { personId, enrolmentId };
}

/** Somebody who did the whole first module, and then takes up the masterclass. */
async function whoDidTheModule() {
  const personId = await makePerson();
  const module = await enrol(personId, MODULE);
  const lessons = await db.revisionLesson.findMany({
    where: { revisionId: (await editionOf(MODULE)).revisions[0]?.id },
    select: { lessonId: true },
    orderBy: { position: "asc" },
  });
  for (const { lessonId } of lessons) {
    await openLesson(db, module, lessonId, now);
    await finishLesson(module, lessonId, now);
  }
  await saveWriting(module, { lessonId: CASE.lessonId, blockId: "reflectie-lievelingszin", text: "Alleen voor mij", baseVersion: 0 }, now);
  expect(await submitCase(module, { ...CASE, text: words(60), baseVersion: 0 }, now)).toMatchObject({ ok: true });
  return { personId, module, lessons: lessons.map(({ lessonId }) => lessonId) };
}

const carry = (learner: { personId: string; enrolmentId: string }) => db.$transaction((tx) => carryOver(tx, learner, later));

describe("work done in a module counts in the masterclass that includes it", () => {
  test("lessons with their own times, the case and what was written come along, and say from where", async () => {
    const { personId, module, lessons } = await whoDidTheModule();
    const masterclass = await enrol(personId, MASTERCLASS);
    const found = await carry(masterclass);
    expect(found.lessons.map(({ lessonId }) => lessonId).sort()).toEqual([...lessons].sort());
    const { records } = await completionStateOf(db, masterclass.enrolmentId);
    for (const lesson of lessons) expect(records[lessonKey(lesson)]).toBe(1);
    expect(records[caseKey(CASE.blockId)]).toBe(1);
    const rows = await db.lessonProgress.findMany({ where: { enrolmentId: masterclass.enrolmentId } });
    expect(rows.every((row) => row.carriedFrom === module.enrolmentId && row.finishedAt?.getTime() === now.getTime())).toBe(true);
    expect(await carriedInto(db, masterclass)).toEqual([
      { courseSlug: MODULE, title: "Gemis is geen alleen-zijn", lessons: lessons.length },
    ]);
    const text = await db.writing.findFirstOrThrow({ where: { enrolmentId: masterclass.enrolmentId, blockId: "reflectie-lievelingszin" } });
    const { key } = await dataKeyOf(db, personId);
    expect(openText(key, text.ciphertext, masterclass.enrolmentId, text.blockId)).toBe("Alleen voor mij");
  });

  test("takes as many statements for five lessons and three texts as for two lessons and one text", async () => {
    const personId = await makePerson();
    const small = await enrol(personId, MODULE);
    const write = (learner: typeof small, blockId: string, text: string) =>
      saveWriting(learner, { lessonId: CASE.lessonId, blockId, text, baseVersion: 0 }, now);
    for (const lesson of ["welk-gemis", CASE.lessonId]) await finishLesson(small, lesson, now);
    await write(small, "reflectie-lievelingszin", "kort");
    const { module } = await whoDidTheModule();
    await write(module, noteId(CASE.lessonId, "casus"), "een notitie");
    const few = await enrol(personId, MASTERCLASS);
    const many = await enrol(module.personId, MASTERCLASS);
    const { count } = await countQueries(() => carry(few));
    expect((await countQueries(() => carry(many))).count).toBe(count);
    expect(await db.writing.count({ where: { enrolmentId: many.enrolmentId } })).toBe(3);
    expect(await db.writingVersion.count({ where: { writing: { enrolmentId: many.enrolmentId } } })).toBe(3);
  });

  test("twice is the same as once, also at the same moment; then nothing is left", async () => {
    const { personId, lessons } = await whoDidTheModule();
    const masterclass = await enrol(personId, MASTERCLASS);
    const both = await Promise.all([carry(masterclass), carry(masterclass)]);
    expect(both.map(({ lessons }) => lessons.length).sort()).toEqual([0, lessons.length]);
    expect(isNothing(await carriable(db, masterclass))).toBe(true);
    expect(await db.auditEvent.count({ where: { action: "learning.carried-over", subjectId: masterclass.enrolmentId } })).toBe(1);
  });

  test("a lesson taken back and taken over again, here or there, has not been read for longer", async () => {
    const { module } = await whoDidTheModule();
    const lesson = { enrolmentId: module.enrolmentId, lessonId: "welk-gemis" };
    await db.lessonProgress.updateMany({ where: lesson, data: { activeSeconds: 300 } });
    const masterclass = await enrol(module.personId, MASTERCLASS);
    await carry(masterclass);
    for (const learner of [masterclass, module, masterclass, module]) {
      await reopenLesson(learner, "welk-gemis", later);
      expect((await carry(learner)).lessons).toHaveLength(1);
    }
    const rows = await db.lessonProgress.findMany({ where: { lessonId: "welk-gemis", enrolment: { personId: module.personId } } });
    expect(rows.map(({ activeSeconds }) => activeSeconds)).toEqual([300, 300]);
  });

  test("a conversation walked to an end and a check come along with their best result", async () => {
    const personId = await makePerson();
    const talk = await enrol(personId, TALK);
    const revisionId = (await editionOf(TALK)).revisions[0]?.id ?? "";
    for (const [number, percent] of [
      [1, 60],
      [2, 85],
    ] as const)
      await db.attempt.create({
        data: {
          enrolmentId: talk.enrolmentId,
          revisionId,
          testId: "check-gesprek",
          kind: "check",
          number,
          drawn: [],
          state: "submitted",
          scorePercent: percent,
          startedAt: now,
          savedAt: now,
          submittedAt: now,
        },
      });
    await db.vignetteRun.create({
      data: {
        enrolmentId: talk.enrolmentId,
        revisionId,
        vignetteId: "vignet-deur",
        number: 1,
        path: [],
        startedAt: now,
        savedAt: now,
        endedAt: now,
      },
    });
    const masterclass = await enrol(personId, MASTERCLASS);
    await carry(masterclass);
    const { records } = await completionStateOf(db, masterclass.enrolmentId);
    expect(records).toEqual({ "check-passed:check-gesprek": 85, [vignetteKey("vignet-deur")]: 1 });
    // What is asked and what the programme and the lesson say of it are one.
    const { id: carriedInto = "" } = (await editionOf(MASTERCLASS)).revisions[0] ?? {};
    const rows = await testRows(db, { enrolmentId: masterclass.enrolmentId, revisionId: carriedInto });
    expect(rows.find(({ id }) => id === "check-gesprek")).toMatchObject({ state: "passed" });
    expect(rows.filter(({ state }) => state !== "new")).toHaveLength(1);
    expect(await vignetteStates(db, masterclass, ["vignet-deur", "vignet-zin"])).toEqual(
      new Map([
        ["vignet-deur", "elsewhere"],
        ["vignet-zin", "new"],
      ]),
    );
  });

  test("what was done better here stays", async () => {
    const { personId } = await whoDidTheModule();
    const masterclass = await enrol(personId, MASTERCLASS);
    await openLesson(db, masterclass, "welk-gemis", later);
    await finishLesson(masterclass, "welk-gemis", later);
    await saveWriting(
      masterclass,
      { lessonId: CASE.lessonId, blockId: "reflectie-lievelingszin", text: "Hier anders", baseVersion: 0 },
      later,
    );
    await carry(masterclass);
    const mine = await db.lessonProgress.findFirstOrThrow({ where: { enrolmentId: masterclass.enrolmentId, lessonId: "welk-gemis" } });
    expect(mine).toMatchObject({ carriedFrom: null, finishedAt: later });
    const { key } = await dataKeyOf(db, personId);
    const text = await db.writing.findFirstOrThrow({ where: { enrolmentId: masterclass.enrolmentId, blockId: "reflectie-lievelingszin" } });
    expect(openText(key, text.ciphertext, masterclass.enrolmentId, text.blockId)).toBe("Hier anders");
  });
});

describe("whatever was done there and here", () => {
  test("together it is done here, once, and nobody has less than before", async () => {
    const all = await db.revisionLesson.findMany({
      where: { revisionId: (await editionOf(MODULE)).revisions[0]?.id },
      select: { lessonId: true },
    });
    const some = fc.subarray(all.map(({ lessonId }) => lessonId));
    await fc.assert(
      fc.asyncProperty(some, some, async (there, here) => {
        const personId = await makePerson();
        const module = await enrol(personId, MODULE);
        for (const lesson of there) await finishLesson(module, lesson, now);
        const masterclass = await enrol(personId, MASTERCLASS);
        for (const lesson of here) await finishLesson(masterclass, lesson, now);
        const before = await completionStateOf(db, masterclass.enrolmentId);
        const found = await carry(masterclass);
        expect(found.lessons.map(({ lessonId }) => lessonId).sort()).toEqual(there.filter((lesson) => !here.includes(lesson)).sort());
        const after = await completionStateOf(db, masterclass.enrolmentId);
        const done = Object.keys(after.records).sort();
        expect(done).toEqual([...new Set([...there, ...here])].map(lessonKey).sort());
        expect(after.percent).toBeGreaterThanOrEqual(before.percent);
        expect(after.complete).toBe(false);
        await carry(masterclass);
        expect(await completionStateOf(db, masterclass.enrolmentId)).toEqual(after);
      }),
      { numRuns: 20 },
    );
  });
});

describe("nothing comes along", () => {
  const nothing = async (learner: { personId: string; enrolmentId: string }) => expect(isNothing(await carry(learner))).toBe(true);

  test("from a lesson whose text was another then", async () => {
    const { personId, lessons } = await whoDidTheModule();
    const masterclass = await enrol(personId, MASTERCLASS);
    const revisionId = (await editionOf(MODULE)).revisions[0]?.id ?? "";
    const row = await db.revisionLesson.findFirstOrThrow({
      where: { revisionId, lessonId: lessons[0] ?? "" },
      select: { id: true, sourceHash: true },
    });
    await db.revisionLesson.update({ where: { id: row.id }, data: { sourceHash: "another text" } });
    const found = await carriable(db, masterclass);
    await db.revisionLesson.update({ where: { id: row.id }, data: { sourceHash: row.sourceHash } });
    expect(found.lessons.map(({ lessonId }) => lessonId).sort()).toEqual(lessons.slice(1).sort());
  });

  test("from play money into a course paid in earnest, also when that was played with before", async () => {
    const personId = await makePerson();
    const module = await enrol(personId, MODULE, "sandbox");
    await openLesson(db, module, "welk-gemis", now);
    await finishLesson(module, "welk-gemis", now);
    await nothing(await enrol(personId, MASTERCLASS));
    const { id: editionId } = await editionOf(MASTERCLASS);
    const ground = {
      personId,
      courseSlug: MASTERCLASS,
      editionId,
      kind: "gift" as const,
      source: `played ${personId}`,
      mode: "sandbox" as const,
    };
    const { enrolmentId } = await addGround(db, { ...ground, startsAt: now, endsAt: null }, now);
    await nothing({ personId, enrolmentId });
  });

  test("from somebody else", async () => {
    await whoDidTheModule();
    await nothing(await enrol(await makePerson(), MASTERCLASS));
  });

  test("before it was begun, into a re-take, or from what was only opened", async () => {
    const { personId } = await whoDidTheModule();
    const masterclass = await enrol(personId, MASTERCLASS);
    await db.enrolment.update({ where: { id: masterclass.enrolmentId }, data: { begunAt: null } });
    await nothing(masterclass);
    await db.enrolment.update({ where: { id: masterclass.enrolmentId }, data: { begunAt: now, cycle: 2 } });
    await nothing(masterclass);
    const reader = await enrol(await makePerson(), MODULE);
    await openLesson(db, reader, "welk-gemis", now);
    await nothing(await enrol(reader.personId, MASTERCLASS));
  });

  test("that makes complete what was not: a verdict elsewhere is one here only when it is the same work", async () => {
    const personId = await makePerson();
    const module = await enrol(personId, MODULE);
    await db.$transaction((tx) =>
      recordRequirement(tx, { enrolmentId: module.enrolmentId, key: "final-test-passed:toets-gemis", value: 100 }, now),
    );
    const masterclass = await enrol(personId, MASTERCLASS);
    await nothing(masterclass);
    expect((await completionStateOf(db, masterclass.enrolmentId)).percent).toBe(0);
  });
});
