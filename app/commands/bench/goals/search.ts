import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { search } from "#app/features/catalogue/search.server.ts";
import { paths } from "#app/paths.ts";
import { slugOf, writeBenchCourses } from "../course-folder.ts";
import { figureOf, judged, type Row, told } from "../figures.ts";
import type { Ask } from "../load.ts";
import { measure, type Run } from "../measure.ts";
import { RUNS, type Stage } from "../stage.ts";

/** With the courses of 30 and 500 that are there already: a thousand. */
const MORE = 470;
const LIMIT_MS = 50;
/** What is in every lesson, what is in none, half a word, a number, and words typed wrong. */
const questions = ["buurvrouw soep", "aantekening", "vriendelijk", "zebrapad", "dagelij", "les 312", "oefeninng", "buurvrou brengt sop"];

/** Goal 11: somebody who may read all of a thousand lessons looks something up. */
export async function measureSearch(stage: Stage): Promise<Row[]> {
  await publishMore();
  const { rows: editions } = await stage.client.query<{ id: string }>("select id from edition where course_slug = any($1)", [
    [30, 500, MORE].map(slugOf),
  ]);
  await giveAccess(stage);
  const ask = (turn: number): Ask => ({
    path: paths.search(questions[turn % questions.length]),
    cookie: stage.deepReaders[turn % stage.deepReaders.length]?.cookie ?? "",
  });
  const runs = { statement: [] as number[], one: [] as Run[], ten: [] as Run[] };
  for (let round = 1; round <= RUNS; round++) {
    stage.say(`search, round ${round} of ${RUNS}`);
    runs.statement.push(
      await slowestQuestion(
        questions,
        editions.map(({ id }) => id),
      ),
    );
    runs.one.push(await measure(stage.site, { origin: stage.site.origin, connections: 1, seconds: 2, ask }));
    runs.ten.push(await measure(stage.site, { origin: stage.site.origin, connections: 10, seconds: 2, ask }));
  }
  const p50 = (name: "one" | "ten") => runs[name].map((run) => run.p50);
  return [
    judged(
      { goal: "11", what: "search at 1,000 lessons: the slowest of eight questions", runs: runs.statement, unit: "ms" },
      { atMost: LIMIT_MS },
    ),
    judged({ goal: "11", what: "search at 1,000 lessons: page p50, one at a time", runs: p50("one"), unit: "ms" }, { atMost: LIMIT_MS }),
    told({ goal: "11", what: "search at 1,000 lessons: page p50, ten at a time", runs: p50("ten"), unit: "ms" }),
    told({ goal: "11", what: "search: database", runs: runs.one.map((run) => run.database), unit: "ms CPU" }),
  ];
}

async function publishMore(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kring-bench-search-"));
  try {
    writeBenchCourses(folder, [MORE]);
    await publishCourses({ folder, now: new Date() });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The readers of the course of 500 follow the other two as well. */
async function giveAccess({ client, deepReaders }: Stage): Promise<void> {
  const people = deepReaders.map(({ id }) => id);
  await client.query(
    `insert into enrolment (id, person_id, course_slug, edition_id, begun_at)
     select uuidv7(), p, e.course_slug, e.id, now() from unnest($1::uuid[]) p, edition e where e.course_slug = $2`,
    [people, slugOf(MORE)],
  );
  await client.query(
    `insert into ground (id, enrolment_id, person_id, kind, source, mode, starts_at)
     select uuidv7(), id, person_id, 'gift', id::text, 'sandbox', now() from enrolment where course_slug = $1`,
    [slugOf(MORE)],
  );
  await client.query("analyze search_entry; analyze search_word");
  const { rows } = await client.query<{ lessons: number }>(
    "select count(distinct (course_slug, lesson_id))::int as lessons from search_entry where kind = 'step'",
  );
  // An empty index answers at once.
  if ((rows[0]?.lessons ?? 0) < 1000) throw new Error(`Only ${rows[0]?.lessons} lessons can be found.`);
}

/** Each question asked seven times, its middle time; of those the longest. Milliseconds. */
async function slowestQuestion(asked: readonly string[], editionIds: readonly string[]): Promise<number> {
  let slowest = 0;
  for (const words of asked) {
    const times: number[] = [];
    for (let turn = 0; turn < 7; turn++) {
      const from = performance.now();
      await search(words, editionIds, 1);
      times.push(performance.now() - from);
    }
    slowest = Math.max(slowest, figureOf(times)?.median ?? Number.NaN);
  }
  return slowest;
}
