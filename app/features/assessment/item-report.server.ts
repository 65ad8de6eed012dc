import type { Html, TestDefinition } from "#app/features/catalogue/compiled.ts";
import { currentRevision, testDefinition } from "#app/features/catalogue/courses.server.ts";
import { compareEditions } from "#app/features/catalogue/editions.ts";
import { db } from "#app/platform/db.server.ts";
import { type ItemSignal, neverChosen, shareRight, signalsOf } from "./item-signals.ts";

/** A test that somebody has handed in. */
export interface AnsweredTest {
  courseSlug: string;
  courseTitle: string;
  edition: string;
  testId: string;
  title: string;
  kind: TestDefinition["kind"];
  computedAt: Date;
  /** questions with answers, those with enough of them to judge by, and those worth a look */
  items: number;
  judged: number;
  worthALook: number;
}

interface TestNames {
  courseSlug: string;
  courseTitle: string;
  edition: string;
  testId: string;
  title: string;
  kind: TestDefinition["kind"];
}

/** Every test with answers, by course, the newest edition first. Two statements. */
export async function answeredTests(): Promise<AnsweredTest[]> {
  const statistics = await db.itemStatistic.findMany({
    select: { courseSlug: true, edition: true, testId: true, answered: true, correct: true, discrimination: true, computedAt: true },
  });
  if (statistics.length === 0) return [];
  const perTest = Map.groupBy(statistics, nameOf);
  return (await testNames()).flatMap((names) => {
    const items = perTest.get(nameOf(names)) ?? [];
    const [first] = items;
    if (!first) return [];
    const judged = items.filter((item) => shareRight(item) !== null).length;
    const worthALook = items.filter((item) => signalsOf(item).length > 0).length;
    return [{ ...names, computedAt: first.computedAt, items: items.length, judged, worthALook }];
  });
}

/**
 * Whether answers wait for the night in which they are counted: somebody handed in a first attempt that will count. Those of who came
 * to review the course never do.
 */
export async function answersToCount(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    select exists (
      select from attempt join ground on ground.enrolment_id = attempt.enrolment_id and ground.kind <> 'review'
      where attempt.number = 1 and attempt.state = 'submitted'
    ) as found`;
  return row?.found ?? false;
}

const nameOf = ({ courseSlug, edition, testId }: { courseSlug: string; edition: string; testId: string }) =>
  JSON.stringify([courseSlug, edition, testId]);

/** The tests of every edition's newest text, by course, the newest edition first. */
async function testNames(): Promise<TestNames[]> {
  const names = await db.$queryRaw<TestNames[]>`
    with newest as (
      select distinct on (edition_id) id, edition_id, compiled->>'title' as title from edition_revision order by edition_id, revision desc
    )
    select edition.course_slug as "courseSlug", newest.title as "courseTitle", edition.number as edition, test.test_id as "testId",
      test.definition->>'title' as title, test.kind
    from revision_test test join newest on newest.id = test.revision_id join edition on edition.id = newest.edition_id
    order by test.kind, test.test_id`;
  return names.sort((left, right) => left.courseSlug.localeCompare(right.courseSlug) || compareEditions(right.edition, left.edition));
}

export interface ItemRow {
  id: string;
  stem: Html;
  answered: number;
  /** 0 to 1; null while there are too few answers */
  share: number | null;
  /** thousandths */
  discrimination: number | null;
  neverChosen: Html[];
  signals: ItemSignal[];
}

export interface ItemReport {
  courseTitle: string;
  title: string;
  /** the course's outcomes in their own order, each with the questions that test it */
  outcomes: { id: string; text: string; items: ItemRow[] }[];
  computedAt: Date | null;
}

/** How the questions of one test did, by outcome, those without answers included; null for a test that does not exist. */
export async function itemReport(asked: { courseSlug: string; edition: string; testId: string }): Promise<ItemReport | null> {
  const { courseSlug, edition: number, testId } = asked;
  const edition = await db.edition.findUnique({ where: { courseSlug_number: { courseSlug, number } }, select: { id: true } });
  if (!edition) return null;
  const { revisionId, compiled } = await currentRevision(db, edition.id);
  const definition = await testDefinition(revisionId, testId);
  if (!definition) return null;
  const statistics = await db.itemStatistic.findMany({
    where: asked,
    select: { itemId: true, answered: true, correct: true, discrimination: true, chosen: true, computedAt: true },
  });
  const known = new Map(statistics.map((row) => [row.itemId, { ...row, chosen: row.chosen as Record<string, number> }]));
  const rowOf = ({ id, stem, options }: TestDefinition["items"][number]): ItemRow => {
    const numbers = known.get(id) ?? { answered: 0, correct: 0, discrimination: null, chosen: {} };
    const unchosen = new Set(neverChosen(numbers, options));
    return {
      id,
      stem,
      answered: numbers.answered,
      share: shareRight(numbers),
      discrimination: numbers.discrimination,
      neverChosen: options.filter((option) => unchosen.has(option.id)).map((option) => option.text),
      signals: signalsOf(numbers),
    };
  };
  return {
    courseTitle: compiled.title,
    title: definition.title,
    outcomes: compiled.outcomes
      .map((outcome) => ({ ...outcome, items: definition.items.filter((item) => item.outcome === outcome.id).map(rowOf) }))
      .filter(({ items }) => items.length > 0),
    computedAt: statistics[0]?.computedAt ?? null,
  };
}
