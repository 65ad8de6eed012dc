import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { itemStatistics } from "./item-statistics.ts";
import { isRight } from "./scoring.ts";

/** The nightly job. */
export const ITEM_STATISTICS = "assessment.item-statistics";

/** The id and the key of each option, nothing more. */
type Key = { id: string; correct: boolean }[];

interface AnsweredTest {
  editionId: string;
  courseSlug: string;
  edition: string;
  testId: string;
}

interface SittingRow {
  answers: { itemId: string; chosen: string[]; options: Key; counts: boolean }[];
}

/**
 * Makes the statistics of every question anew, from what was handed in. Only somebody's first attempt counts: later ones are made by
 * those who did not pass, after seeing how the first went, so that they say more about rereading than about the question. Who came to
 * review the course does not count either.
 */
export async function recomputeItemStatistics(now: Date): Promise<void> {
  const rows: Prisma.ItemStatisticCreateManyInput[] = [];
  // One after another: only the answers to one test are held at a time.
  for (const test of await answeredTests()) {
    const { courseSlug, edition, testId } = test;
    const judged = (await firstSittings(test)).map(({ answers }) =>
      answers.map(({ options, ...answer }) => ({ ...answer, right: isRight({ options }, answer.chosen) })),
    );
    rows.push(...itemStatistics(judged).map((statistic) => ({ courseSlug, edition, testId, ...statistic, computedAt: now })));
  }
  await db.$transaction([db.itemStatistic.deleteMany(), db.itemStatistic.createMany({ data: rows })]);
}

/** Every test of every edition of which a first attempt was handed in. */
async function answeredTests(): Promise<AnsweredTest[]> {
  return db.$queryRaw`
    select distinct edition.id as "editionId", edition.course_slug as "courseSlug", edition.number as edition, attempt.test_id as "testId"
    from attempt
    join edition_revision revision on revision.id = attempt.revision_id
    join edition on edition.id = revision.edition_id
    where attempt.number = 1 and attempt.state = 'submitted'
    order by 2, 3, 4`;
}

/**
 * Every first attempt at this test that was handed in, with the key it was judged by. `counts` tells whether question, options and key are still
 * what the edition asks today: answers to older words say nothing about the present ones. One statement.
 */
async function firstSittings({ editionId, testId }: AnsweredTest): Promise<SittingRow[]> {
  return db.$queryRaw`
    with newest as (
      select id from edition_revision where edition_id = ${editionId}::uuid order by revision desc limit 1
    ), item as materialized (
      select test.revision_id, item->>'id' as id,
        (select jsonb_agg(jsonb_build_object('id', option->'id', 'correct', option->'correct'))
         from jsonb_array_elements(item->'options') option) as options,
        jsonb_build_array(item->'stem', (select jsonb_agg(option - 'feedback') from jsonb_array_elements(item->'options') option)) as wording
      from edition_revision revision
      join revision_test test on test.revision_id = revision.id and test.test_id = ${testId}
      cross join lateral jsonb_array_elements(test.definition->'items') item
      where revision.edition_id = ${editionId}::uuid
    )
    select jsonb_agg(jsonb_build_object('itemId', asked.id, 'chosen', coalesce(attempt.answers->asked.id, '[]'), 'options', asked.options,
        'counts', present.id is not null)) as answers
    from attempt
    cross join newest
    cross join lateral jsonb_array_elements(attempt.drawn) question
    join item asked on asked.revision_id = attempt.revision_id and asked.id = question->>'itemId'
    left join item present on present.revision_id = newest.id and present.id = asked.id and present.wording = asked.wording
    where attempt.test_id = ${testId} and attempt.number = 1 and attempt.state = 'submitted'
      and exists (select from ground where ground.enrolment_id = attempt.enrolment_id and ground.kind <> 'review')
    group by attempt.id`;
}
