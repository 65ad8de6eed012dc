import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answeredTests, itemReport } from "#app/features/assessment/item-report.server.ts";
import { recomputeItemStatistics } from "#app/features/assessment/item-statistics.server.ts";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import type { TestDefinition } from "#app/features/catalogue/compiled.ts";
import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { countQueries } from "#tests/features/learning/count-queries.ts";
import {
  course,
  drawnOf,
  finalTest,
  knowledgeCheck,
  newLearner,
  publishedEdition,
  rightAnswers,
  sit,
  start,
  wrongAnswers,
} from "./test-taker.ts";

const night = new Date(start.getTime() + 10 * DAY);
let edition: string;
let editionId: string;
beforeAll(async () => {
  editionId = (await publishedEdition()).editionId;
  edition = (await db.edition.findUniqueOrThrow({ where: { id: editionId }, select: { number: true } })).number;
});
beforeEach(async () => {
  await db.attempt.deleteMany();
});

const asked = () => ({ courseSlug: course.slug, edition, testId: course.final });
const statisticsOf = () =>
  db.itemStatistic.findMany({
    where: asked(),
    select: { itemId: true, answered: true, correct: true, discrimination: true, chosen: true },
  });

/** First attempts handed in, each asking these questions; `right` says which of them were right. */
async function handedIn(definition: TestDefinition, itemIds: string[], sittings: string[][], testId = course.final): Promise<void> {
  const { revisionId } = await publishedEdition();
  for (const right of sittings) {
    const { enrolmentId } = await newLearner();
    const drawn = itemIds.map((itemId) => ({ itemId, optionIds: [] }));
    const [known, unknown] = [rightAnswers(definition, drawn), wrongAnswers(definition, drawn)];
    await db.attempt.create({
      data: {
        enrolmentId,
        revisionId,
        testId,
        kind: testId === course.final ? "final" : "check",
        number: 1,
        drawn,
        answers: Object.fromEntries(itemIds.map((id) => [id, (right.includes(id) ? known[id] : unknown[id]) ?? []])),
        state: "submitted",
        startedAt: start,
        savedAt: start,
        submittedAt: start,
      },
      select: { id: true },
    });
  }
}

test("counts what was handed in at somebody's first attempt, and that alone", async () => {
  const learner = await newLearner();
  const first = await sit(learner.personId, "fail", start);
  await sit(learner.personId, "pass", new Date(start.getTime() + 2 * DAY));
  const underWay = await newLearner();
  await startAttempt({ personId: underWay.personId, slug: course.slug, testId: course.final, ownWork: true, seed: 3 }, start);
  const reviewer = await newLearner();
  await db.ground.updateMany({ where: { enrolmentId: reviewer.enrolmentId }, data: { kind: "review" } });
  await sit(reviewer.personId, "pass", start);

  await recomputeItemStatistics(night);
  const statistics = await statisticsOf();
  expect(statistics.map(({ itemId }) => itemId).sort()).toEqual((await drawnOf(first)).map(({ itemId }) => itemId).sort());
  const wrong = wrongAnswers(await finalTest(), await drawnOf(first));
  for (const { itemId, ...numbers } of statistics)
    expect(numbers).toEqual({ answered: 1, correct: 0, discrimination: null, chosen: { [wrong[itemId]?.[0] ?? ""]: 1 } });
});

test("made anew each night: what is gone is gone, what came has come", async () => {
  await recomputeItemStatistics(night);
  expect(await statisticsOf()).toEqual([]);
  const learner = await newLearner();
  await sit(learner.personId, "pass", start);
  await recomputeItemStatistics(night);
  await recomputeItemStatistics(night);
  expect((await statisticsOf()).map(({ answered, correct }) => `${correct}/${answered}`)).toEqual(Array(16).fill("1/1"));
});

test("reads test by test, each in one statement however many attempts there are", async () => {
  const one = await newLearner();
  await sit(one.personId, "pass", start);
  const few = (await countQueries(() => recomputeItemStatistics(night))).count;
  for (let more = 0; more < 4; more++) await sit((await newLearner()).personId, "fail", start);
  // Which tests there are, the read of the one, BEGIN, the emptying, the writing, COMMIT.
  expect((await countQueries(() => recomputeItemStatistics(night))).count).toBe(few);
  expect(few).toBeLessThanOrEqual(6);

  const check = await knowledgeCheck();
  const [first] = check.items;
  if (!first) throw new Error("the check asks nothing");
  await handedIn(check, [first.id], [[first.id], []], course.check);
  expect((await countQueries(() => recomputeItemStatistics(night))).count).toBe(few + 1);
  expect((await statisticsOf()).reduce((sum, { answered }) => sum + answered, 0)).toBe(5 * 16);
  expect(
    await db.itemStatistic.findMany({ where: { testId: course.check }, select: { itemId: true, answered: true, correct: true } }),
  ).toEqual([{ itemId: first.id, answered: 2, correct: 1 }]);
});

describe("ten answers", () => {
  let definition: TestDefinition;
  let ids: [string, string];
  beforeAll(async () => {
    definition = await finalTest();
    ids = definition.items.slice(0, 2).map(({ id }) => id) as [string, string];
  });

  test("give the golden numbers: of two questions, phi", async () => {
    const [x, y] = ids;
    const sittings = [...Array(4).fill([x, y]), [x], [y], ...Array(4).fill([])];
    await handedIn(definition, ids, sittings);
    await recomputeItemStatistics(night);
    expect((await statisticsOf()).map(({ answered, correct, discrimination }) => ({ answered, correct, discrimination }))).toEqual([
      { answered: 10, correct: 5, discrimination: 600 },
      { answered: 10, correct: 5, discrimination: 600 },
    ]);
  });

  test("are shown by outcome with what is worth a look; nine are only counted", async () => {
    const [x, y] = ids;
    await handedIn(definition, ids, Array(9).fill([x]));
    await recomputeItemStatistics(night);
    const rows = async () => {
      const report = await itemReport(asked());
      return (report?.outcomes ?? []).flatMap(({ items }) => items);
    };
    expect((await rows()).find(({ id }) => id === x)).toMatchObject({ answered: 9, share: null, signals: [], neverChosen: [] });
    expect(await answeredTests()).toMatchObject([{ ...asked(), items: 2, judged: 0, worthALook: 0 }]);

    await handedIn(definition, ids, [[x]]);
    await recomputeItemStatistics(night);
    const shown = await rows();
    expect(shown).toHaveLength(definition.items.length);
    const wrong = definition.items[0]?.options.filter((option) => !option.correct).map((option) => option.text);
    expect(shown.find(({ id }) => id === x)).toMatchObject({
      answered: 10,
      share: 1,
      discrimination: null,
      signals: ["easy"],
      neverChosen: wrong,
    });
    expect(shown.find(({ id }) => id === y)).toMatchObject({ answered: 10, share: 0, signals: ["hard"] });
    expect(shown.find(({ id }) => id === definition.items[5]?.id)).toMatchObject({ answered: 0, share: null });
    expect(await answeredTests()).toMatchObject([{ kind: "final", items: 2, judged: 2, worthALook: 2, computedAt: night }]);
  });

  test("to a question that was reworded since do not count for it", async () => {
    const [x, y] = ids;
    await handedIn(definition, ids, Array(10).fill([x]));
    const newest = await db.editionRevision.findFirstOrThrow({ where: { editionId }, orderBy: { revision: "desc" } });
    const { id: _id, revision, contentHash, ...copy } = newest;
    const next = await db.editionRevision.create({
      data: {
        ...copy,
        revision: revision + 1,
        contentHash: `${contentHash}-next`,
        source: copy.source ?? {},
        compiled: copy.compiled ?? {},
      },
      select: { id: true },
    });
    const reworded = {
      ...definition,
      items: definition.items.map((item) =>
        item.id === x ? { ...item, stem: "Anders gevraagd" } : { ...item, explanation: "Beter uitgelegd" },
      ),
    };
    try {
      await db.revisionTest.create({
        data: { revisionId: next.id, testId: course.final, kind: "final", definition: JSON.parse(JSON.stringify(reworded)) },
        select: { id: true },
      });
      await recomputeItemStatistics(night);
      expect((await statisticsOf()).map(({ itemId, answered }) => ({ itemId, answered }))).toEqual([{ itemId: y, answered: 10 }]);
    } finally {
      await db.editionRevision.delete({ where: { id: next.id }, select: { id: true } });
    }
  });
});

test("without a single answer there is nothing to list, and an unknown test is nobody's", async () => {
  await recomputeItemStatistics(night);
  expect(await answeredTests()).toEqual([]);
  expect(await itemReport({ ...asked(), testId: "bestaat-niet" })).toBeNull();
  expect(await itemReport({ ...asked(), edition: "1999.1" })).toBeNull();
});

test("the tenth edition of a year stands before the ninth", async () => {
  const { id: _id, ...copy } = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
  const newest = await db.editionRevision.findFirstOrThrow({ where: { editionId }, orderBy: { revision: "desc" } });
  const { id: _revision, ...text } = { ...newest, source: newest.source ?? {}, compiled: newest.compiled ?? {} };
  const definition = JSON.parse(JSON.stringify(await finalTest()));
  for (const number of ["2026.9", "2026.10"]) {
    const { id } = await db.edition.create({
      data: { ...copy, requirements: copy.requirements ?? [], number, state: "draft" },
      select: { id: true },
    });
    const revision = await db.editionRevision.create({ data: { ...text, editionId: id }, select: { id: true } });
    await db.revisionTest.create({
      data: { revisionId: revision.id, testId: course.final, kind: "final", definition },
      select: { id: true },
    });
    await db.itemStatistic.create({
      data: { ...asked(), edition: number, itemId: "x", answered: 1, correct: 1, chosen: {}, computedAt: night },
      select: { id: true },
    });
  }
  expect((await answeredTests()).map((one) => one.edition)).toEqual(["2026.10", "2026.9"]);
});
