import { beforeAll, expect, test } from "vitest";
import type { Requirement } from "#app/features/catalogue/compiled.ts";
import { currentRevision, lessonContent } from "#app/features/catalogue/courses.server.ts";
import { putOnSale, retireEdition, reviewEdition } from "#app/features/catalogue/editions.server.ts";
import { sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { accessTo, begin } from "#app/features/enrolment/access.server.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { completionStateOf, recordRequirement, reviewCompletion } from "#app/features/learning/completion.server.ts";
import { finishLesson } from "#app/features/learning/progress.server.ts";
import { caseKey, requirementKey, vignetteKey } from "#app/features/learning/requirements.ts";
import { db } from "#app/platform/db.server.ts";
import { courseFolder, slug } from "#tests/features/catalogue/edition-folder.ts";
import { makePerson } from "#tests/features/enrolment/course-fixture.ts";

const now = new Date("2026-12-01T10:00:00Z");
const changed = "alleen-of-eenzaam";
const mode = "test" as const;
const act = (number: string) => ({ slug, number, actorId: "00000000-0000-7000-8000-0000000000b0", mode });
const review = { name: "M. de Vries", qualification: "verpleegkundig specialist", on: new Date("2026-11-30T23:00:00Z") };

async function sell(number: string) {
  expect(await reviewEdition(act(number), review, now)).toEqual({ ok: true });
  expect(await putOnSale(act(number), now)).toEqual({ ok: true });
}

/** Somebody who buys what is sold now, and begins. */
async function buyer() {
  const personId = await makePerson();
  const sold = await sellableCourse(db, slug, now, mode);
  if (!sold.ok) throw new Error(`nothing is sold: ${sold.reason}`);
  const ground = { personId, courseSlug: slug, editionId: sold.editionId, kind: "purchase" as const, source: `line ${personId}`, mode };
  const { enrolmentId } = await addGround(db, { ...ground, startsAt: now, endsAt: null }, now);
  await begin(db, personId, slug, now);
  return { personId, enrolmentId, editionId: sold.editionId };
}

/** What the reader is given to read, through the one gate. */
async function reads(personId: string) {
  const access = await accessTo(db, personId, slug, now);
  if (!access.ok) throw new Error(`no access: ${access.reason}`);
  const { revisionId, compiled } = await currentRevision(db, access.editionId);
  const text = JSON.stringify(await lessonContent(revisionId, changed));
  return { edition: compiled.edition, newSentence: text.includes("Een nieuwe zin van 2026.2.") };
}

const asked = async (enrolmentId: string) =>
  (await completionStateOf(db, enrolmentId)).rules.find(({ requirement }) => requirement.type === "check-passed")?.needed;

/** Does all that an enrolment's own edition asks, with this result for every test. */
async function doAll(learner: { personId: string; enrolmentId: string }, percent: number) {
  const { rules } = await completionStateOf(db, learner.enrolmentId);
  for (const { requirement } of rules) {
    if (requirement.type === "lessons-finished") for (const lesson of requirement.lessons) await finishLesson(learner, lesson, now);
    for (const [key, value] of results(requirement, percent))
      await db.$transaction(async (tx) => {
        await recordRequirement(tx, { enrolmentId: learner.enrolmentId, key, value }, now);
        await reviewCompletion(tx, learner.enrolmentId, now);
      });
  }
}

/** The records that prove a requirement other than lessons, which are finished one by one. */
function results(requirement: Requirement, percent: number): [key: string, value: number][] {
  switch (requirement.type) {
    case "lessons-finished":
      return [];
    case "cases-written":
      return requirement.cases.map((id) => [caseKey(id), 1]);
    case "vignettes-played":
      return requirement.vignettes.map((id) => [vignetteKey(id), 1]);
    case "evaluation-given":
      return [[requirementKey(requirement), 1]];
    case "check-passed":
    case "final-test-passed":
      return [[requirementKey(requirement), percent]];
  }
}

let first: Awaited<ReturnType<typeof buyer>>;
let second: Awaited<ReturnType<typeof buyer>>;
beforeAll(async () => {
  const folder = await courseFolder();
  await folder.number("2026.1", 1);
  await folder.publish(now);
  await sell("2026.1");
  first = await buyer();
  await folder.edit("01-gemis/01-alleen-of-eenzaam.md", (text) => `${text.trimEnd()}\n\nEen nieuwe zin van 2026.2.\n`);
  await folder.edit("01-gemis/check.yaml", (text) => text.replace("percent: 70", "percent: 80"));
  await folder.edit("course.yaml", (text) => text.replace("percent: 70", "percent: 80"));
  await folder.number("2026.2", 1, "De kennischeck vraagt meer.");
  await folder.publish(now);
  await sell("2026.2");
  second = await buyer();
});

test("who bought the first edition keeps reading it; who buys now reads the second", async () => {
  expect(second.editionId).not.toBe(first.editionId);
  expect(await reads(first.personId)).toEqual({ edition: "2026.1", newSentence: false });
  expect(await reads(second.personId)).toEqual({ edition: "2026.2", newSentence: true });
});

test("each is asked what their own edition asks", async () => {
  expect([await asked(first.enrolmentId), await asked(second.enrolmentId)]).toEqual([70, 80]);
});

test("75 percent completes the first edition and not the second", async () => {
  await doAll(first, 75);
  await doAll(second, 75);
  expect(await completionStateOf(db, first.enrolmentId)).toMatchObject({ complete: true, completedAt: now });
  expect(await completionStateOf(db, second.enrolmentId)).toMatchObject({ complete: false, completedAt: null });
});

test("buying again adds a ground to the place one has: its edition stays", async () => {
  const source = "a second order line";
  const ground = { personId: first.personId, courseSlug: slug, editionId: second.editionId, kind: "purchase" as const, source, mode };
  expect(await addGround(db, { ...ground, startsAt: now, endsAt: null }, now)).toMatchObject({ enrolmentId: first.enrolmentId });
  expect(await reads(first.personId)).toMatchObject({ edition: "2026.1" });
});

test("an edition that is retired stays whole for who is in it, and is sold to nobody", async () => {
  expect(await retireEdition(act("2026.1"), "Vervangen door 2026.2.", now)).toEqual({ ok: true });
  expect(await reads(first.personId)).toEqual({ edition: "2026.1", newSentence: false });
  expect(await completionStateOf(db, first.enrolmentId)).toMatchObject({ complete: true, percent: 100 });
  expect(await sellableCourse(db, slug, now, mode)).toMatchObject({ ok: true, editionId: second.editionId });
});
