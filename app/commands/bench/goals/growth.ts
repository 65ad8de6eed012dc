import { paths } from "#app/paths.ts";
import { slugOf } from "../course-folder.ts";
import { figureOf, judged, notMeasured, type Row } from "../figures.ts";
import { type Ask, load } from "../load.ts";
import { measure } from "../measure.ts";
import { BARE, RUNS, type Stage } from "../stage.ts";
import { progressRows } from "../volume.ts";

interface PageTime {
  /** milliseconds */
  p50: number;
  /** the same in times of a bare page's p50 at that moment: the two volumes are measured minutes apart, on a machine with other work */
  against: number;
}

/** What pages take, by page, one reader at a time. */
export interface PageTimes {
  rows: number;
  times: Map<string, PageTime[]>;
}

/** Goal 6, half of it: called with little in the database and again with much. The people who look are the same. */
export async function timePages(stage: Stage): Promise<PageTimes> {
  const { site, readers, office } = stage;
  const reader =
    (path: string) =>
    (turn: number): Ask => ({ path, cookie: readers[turn % readers.length]?.cookie ?? "" });
  const desk = (path: string) => (): Ask => ({ path, cookie: office.cookie });
  const pages: [string, (turn: number) => Ask][] = [
    ["learner: overview", reader(paths.learn())],
    ["learner: course", reader(paths.learnCourse(slugOf(30)))],
    ["learner: certificates", reader(paths.certificates())],
    ["learner: orders", reader(paths.orders())],
    ["office: today", desk(paths.office())],
    ["office: people", desk(paths.officePeople())],
    ["office: search", desk(`${paths.officePeople()}?q=persoon-42`)],
    ["office: one person", desk(paths.officePerson(readers[0]?.id ?? ""))],
  ];
  const times = new Map(pages.map(([name]) => [name, [] as PageTime[]]));
  // A process that has just begun would be compared with one that is warm.
  for (const [, ask] of pages) await load({ origin: site.origin, connections: 5, seconds: 1.2, ask });
  for (let round = 0; round < RUNS; round++) {
    for (const [name, ask] of pages) {
      const alone = { origin: site.origin, connections: 1 };
      const bare = await measure(site, { ...alone, seconds: 0.3, ask: () => ({ path: BARE }) }, 0.1);
      const { p50 } = await measure(site, { ...alone, seconds: 0.7, ask }, 0.1);
      times.get(name)?.push({ p50, against: p50 / bare.p50 });
    }
  }
  return { rows: await progressRows(stage.client), times };
}

export function growthRows(little: PageTimes, much: PageTimes): Row[] {
  const from = little.rows.toLocaleString("en");
  const to = much.rows.toLocaleString("en");
  const pages = [...much.times].map(([name, times]) => {
    const before = little.times.get(name) ?? [];
    const figures = [before, times].map((runs) => figureOf(runs.map(({ p50 }) => p50))?.median.toFixed(1) ?? "?");
    const usual = figureOf(before.map(({ against }) => against))?.median ?? Number.NaN;
    return judged(
      {
        goal: "6",
        what: `${name}, p50 in bare pages, at ${to} progress rows against ${from}`,
        runs: times.map(({ against }) => against / usual),
        unit: "×",
        note: `${figures.join(" → ")} ms`,
      },
      { atMost: 1.5 },
    );
  });
  return [
    ...pages,
    notMeasured("6", "employer pages", "there are none yet", "≤ 1.5 ×"),
    notMeasured("6", "totals over the whole organisation from daily roll-ups", "no page shows such totals yet"),
  ];
}
