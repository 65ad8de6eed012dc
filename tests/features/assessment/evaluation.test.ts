import { beforeAll, expect, test } from "vitest";
import type { EvaluationAnswers } from "#app/features/assessment/evaluation.ts";
import { evaluationResults } from "#app/features/assessment/evaluation-results.server.ts";
import { evaluationPage, giveEvaluation } from "#app/features/assessment/give-evaluation.server.ts";
import { completionStateOf, recordRequirement } from "#app/features/learning/completion.server.ts";
import { db } from "#app/platform/db.server.ts";
import { askFor } from "./talk.ts";
import { course, later, newLearner, publishedEdition, start } from "./test-taker.ts";

beforeAll(publishedEdition);

const december = new Date("2026-12-02T09:00:00Z");

type Learner = Awaited<ReturnType<typeof newLearner>>;
const answers = (kept: string): EvaluationAnswers => ({
  useful: 5,
  clear: 4,
  level: 3,
  honest: 5,
  load: 2,
  recommend: 4,
  kept,
  better: "",
});
const give = ({ personId }: Learner, kept: string, now = start) =>
  giveEvaluation({ personId, slug: course.slug, answers: answers(kept) }, now);
const kept = async () =>
  (await db.evaluationAnswer.findMany({ select: { answers: true } })).map((row) => (row.answers as unknown as EvaluationAnswers).kept);

test("given once: of the person only that it was given, of the answers no person", async () => {
  const learner = await newLearner({ name: "Iemand Herkenbaar" });
  expect(await evaluationPage({ personId: learner.personId, slug: course.slug }, start)).toMatchObject({ given: false, early: true });
  expect(await give(learner, "De casus.")).toEqual({ ok: true });
  expect(await give(learner, "Nog iets.")).toEqual({ ok: false, reason: "already-given" });
  expect(await evaluationPage({ personId: learner.personId, slug: course.slug }, start)).toMatchObject({ given: true });
  expect(await kept()).toEqual(["De casus."]);
  const record = await db.requirementRecord.findFirstOrThrow({ where: { enrolmentId: learner.enrolmentId } });
  expect(record).toMatchObject({ requirementKey: "evaluation-given", value: 1, evidence: {} });
  expect(JSON.stringify(await db.auditEvent.findMany())).not.toContain("De casus");
});

test("pressed twice at once: one form is kept", async () => {
  const learner = await newLearner();
  const before = (await kept()).length;
  const given = await Promise.all([give(learner, "Een."), give(learner, "Twee.")]);
  expect(given.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await kept()).toHaveLength(before + 1);
});

test("no column of a form leads to a person or a moment", async () => {
  const columns = await db.$queryRaw<{ name: string; type: string }[]>`
    select column_name as name, data_type as type from information_schema.columns where table_name = 'evaluation_answer'`;
  expect(columns.map(({ name }) => name).sort()).toEqual(["answers", "course_slug", "edition", "id", "month", "released"]);
  expect(columns.filter(({ type }) => type.startsWith("timestamp"))).toEqual([]);
  const references = await db.$queryRaw<unknown[]>`
    select 1 from pg_constraint where contype = 'f' and 'evaluation_answer'::regclass in (conrelid, confrelid)`;
  expect(references).toEqual([]);
  const [row] = await db.evaluationAnswer.findMany({ take: 1 });
  expect(row?.month).toEqual("2026-11");
  // The fourth kind is random; the seventh begins with its moment.
  expect(row?.id[14]).toBe("4");
});

const inPlace = () => db.$queryRaw<{ kept: string; month: string; xmin: string; released: boolean }[]>`
  select answers->>'kept' as kept, month, xmin::text, released from evaluation_answer order by ctid`;

test("neither the place of a row nor its transaction says who came when", async () => {
  await db.evaluationAnswer.deleteMany();
  const words = Array.from({ length: 24 }, (_, place) => `nummer ${place}`);
  for (const [place, word] of words.entries()) await give(await newLearner(), word, later(place));
  const rows = await inPlace();
  const together = [...Map.groupBy(rows, ({ xmin }) => xmin).values()];
  expect(together.map((batch) => batch.length).sort()).toEqual([4, 5, 5, 5, 5]);
  for (const batch of together) expect(new Set(batch.map(({ released }) => released))).toEqual(new Set([batch.length === 5]));
  expect(rows.map((row) => row.kept).sort()).toEqual([...words].sort());
  // Four fives and a four fall in the order given once in five thousand million times.
  expect(rows.map((row) => row.kept)).not.toEqual(words);
});

test("the only form of a month is written anew with those of other months", async () => {
  await db.evaluationAnswer.deleteMany();
  await give(await newLearner(), "november", start);
  await give(await newLearner(), "december", december);
  const rows = await inPlace();
  expect(rows.map((row) => `${row.kept} ${row.month}`).sort()).toEqual(["december 2026-12", "november 2026-11"]);
  expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
});

test("what the office sees stays as it was until five more have come, and then changes by all five", async () => {
  await db.evaluationAnswer.deleteMany();
  const look = async () => (await evaluationResults())[0];
  const more = async (word: string) => {
    await give(await newLearner(), word);
    return look();
  };
  for (const place of [1, 2, 3, 4]) expect(await more(`een ${place}`)).toMatchObject({ forms: place, waiting: place, shown: null });
  const first = await more("een 5");
  expect(first).toMatchObject({ forms: 5, waiting: 0, shown: { texts: [{ texts: { length: 5 } }, {}] } });
  for (const place of [1, 2, 3, 4]) expect(await more(`twee ${place}`)).toEqual({ ...first, forms: 5 + place, waiting: place });
  expect(await more("twee 5")).toMatchObject({ forms: 10, waiting: 0, shown: { texts: [{ texts: { length: 10 } }, {}] } });
});

test("people at once are all kept, each in their own month", async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => newLearner()));
  const before = (await kept()).length;
  await Promise.all(people.map((learner, place) => give(learner, `samen ${place}`, place < 3 ? start : december)));
  expect(await kept()).toHaveLength(before + 6);
  expect(await db.evaluationAnswer.count({ where: { month: "2026-12" } })).toBe(3);
  expect(await db.evaluationAnswer.count({ where: { released: false } })).toBe(1);
});

test("the office sees an edition's forms together; below five only how many", async () => {
  await db.evaluationAnswer.create({
    data: { courseSlug: course.slug, edition: "2020.1", month: "2020-01", answers: answers("Dit was ik.") },
  });
  const results = await evaluationResults();
  expect(results).toMatchObject([
    { courseSlug: course.slug, shown: { statements: [{ statement: "useful", mean: 5 }, {}, {}, {}, {}, {}] } },
    { edition: "2020.1", forms: 1, shown: null },
  ]);
  expect(JSON.stringify(results)).not.toContain("Dit was ik");
});

test("where it is the last thing asked, it completes the course", async () => {
  const learner = await newLearner();
  await askFor(learner.editionId, [{ type: "evaluation-given" }]);
  await recordRequirement(db, { enrolmentId: learner.enrolmentId, key: `final-test-passed:${course.final}`, value: 90 }, start);
  expect(await evaluationPage({ personId: learner.personId, slug: course.slug }, start)).toMatchObject({ early: false });
  await give(learner, "");
  expect(await completionStateOf(db, learner.enrolmentId)).toMatchObject({ complete: true, completedAt: start });
});

test("not without access, and not before Begin", async () => {
  expect(await give(await newLearner({ begun: false }), "x")).toEqual({ ok: false, reason: "not-begun" });
  const learner = await newLearner();
  await db.ground.updateMany({ where: { enrolmentId: learner.enrolmentId }, data: { endedAt: start, endReason: "refunded" } });
  expect(await give(learner, "x", later(1))).toMatchObject({ ok: false, reason: "ended" });
});
