import { startBeside } from "../beside.ts";
import { judged, notMeasured, type Row, told } from "../figures.ts";
import { type Load, load } from "../load.ts";
import { cpuOfBoth, measure, type Run, ratios } from "../measure.ts";
import { BARE, finishingInTurn, goToLesson, RUNS, readDeepLesson, readLesson, readRealLesson, type Stage } from "../stage.ts";

const SECONDS = 3;
const WORDPRESS_CPU = 48;

/** Goals 1 to 5: what a lesson costs beside a bare page, from memory, as data, finished, and among 500. Runs take turns, so that each ratio is of one moment. */
export async function measurePages(stage: Stage): Promise<Row[]> {
  const { site } = stage;
  const [first] = stage.readers;
  if (!first) throw new Error("There are no readers.");
  const memory = await startBeside(site, { memory: { readerId: first.id } }, readLesson(stage, 0).path);
  const bareRemix = await startBeside(site, "bare", BARE);
  try {
    const finish = finishingInTurn(stage);
    const at = (origin: string, ask: Load["ask"], connections = 10): Load => ({ origin, ask, connections, seconds: SECONDS });
    const bare = () => ({ path: BARE });
    const targets = {
      remix: [bareRemix, at(bareRemix.origin, bare)],
      bare: [site, at(site.origin, bare)],
      lesson: [site, at(site.origin, (turn) => readLesson(stage, turn))],
      memory: [memory, at(memory.origin, (turn) => ({ ...readLesson(stage, turn), cookie: "" }))],
      data: [site, at(site.origin, (turn) => goToLesson(stage, turn))],
      finish: [site, at(site.origin, finish)],
      deep: [site, at(site.origin, (turn) => readDeepLesson(stage, turn))],
      real: [site, at(site.origin, (turn) => readRealLesson(stage, turn))],
      bareAlone: [site, at(site.origin, bare, 1)],
      lessonAlone: [site, at(site.origin, (turn) => readLesson(stage, turn), 1)],
    } as const;
    const names = Object.keys(targets) as (keyof typeof targets)[];
    // The first thousand requests of a process say nothing: they are compiled while they run.
    for (const name of names) if (name !== "finish") await load({ ...targets[name][1], seconds: 1.2 });
    const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<keyof typeof targets, Run[]>;
    for (let round = 1; round <= RUNS; round++) {
      stage.say(`pages, round ${round} of ${RUNS}`);
      for (const name of names) {
        const [meter, wish] = targets[name];
        runs[name].push(await measure(meter, wish));
      }
    }
    return rowsOf(runs);
  } finally {
    await Promise.all([memory.stop(), bareRemix.stop()]);
  }
}

type Runs = Record<"remix" | "bare" | "lesson" | "memory" | "data" | "finish" | "deep" | "real" | "bareAlone" | "lessonAlone", Run[]>;

function rowsOf(runs: Runs): Row[] {
  const speed = (name: keyof Runs) => runs[name].map(({ perSecond }) => perSecond);
  const p50 = (name: keyof Runs) => runs[name].map((run) => run.p50);
  const p99 = (name: keyof Runs) => runs[name].map((run) => run.p99);
  const cpu = (name: keyof Runs) => runs[name].map(cpuOfBoth);
  const app = (name: keyof Runs) => runs[name].map((run) => run.app);
  const database = (name: keyof Runs) => runs[name].map((run) => run.database);
  const pace = (goal: string, what: string, name: keyof Runs) => told({ goal, what, runs: speed(name), unit: "a second" });
  const cost = (goal: string, what: string, runsOf: (number | null)[]) => told({ goal, what, runs: runsOf, unit: "ms CPU" });
  const times = (goal: string, what: string, runsOf: (number | null)[], bound: { atLeast: number } | { atMost: number }) =>
    judged({ goal, what, runs: runsOf, unit: "×" }, bound);
  return [
    pace("1", "B: bare page in this build (with the site's frame and its one query)", "bare"),
    pace("1", "bare Remix, without the site's frame", "remix"),
    pace("1", "lesson document (30 lessons, 7.5 kB)", "lesson"),
    times("1", "lesson document against B", ratios(speed("lesson"), speed("bare")), { atLeast: 0.18 }),
    // The frame makes B dear and the goal easy; the prototype's B had none.
    times("1", "lesson document against bare Remix", ratios(speed("lesson"), speed("remix")), { atLeast: 0.18 }),
    pace("1", "lesson of the real course, with an own text", "real"),
    cost("2", "lesson: application", app("lesson")),
    cost("2", "lesson: database", database("lesson")),
    cost("2", "the same page from memory: application", app("memory")),
    times("2", "lesson CPU, both, against the page from memory", ratios(cpu("lesson"), app("memory")), { atMost: 1.6 }),
    told({
      goal: "2",
      what: `for reading: Tutor LMS, ${WORDPRESS_CPU} ms CPU a page elsewhere, against ours`,
      runs: cpu("lesson").map((value) => value && WORDPRESS_CPU / value),
      unit: "×",
    }),
    notMeasured("2", "pages a second against WordPress + Tutor LMS", "needs that installation on the same machine", "≥ 12 ×"),
    times("3", "navigation (.data) against the document", ratios(speed("data"), speed("lesson")), { atLeast: 3 }),
    times("3", "finish a lesson against the document", ratios(speed("finish"), speed("lesson")), { atLeast: 1 }),
    cost("3", "finish a lesson: application", app("finish")),
    cost("3", "finish a lesson: database", database("finish")),
    told({ goal: "4", what: "bare page p50, one at a time", runs: p50("bareAlone"), unit: "ms" }),
    told({ goal: "4", what: "lesson p50, one at a time", runs: p50("lessonAlone"), unit: "ms" }),
    times("4", "lesson p50 against bare p50, one at a time", ratios(p50("lessonAlone"), p50("bareAlone")), { atMost: 5 }),
    times("4", "lesson p99 against its p50, one at a time", ratios(p99("lessonAlone"), p50("lessonAlone")), { atMost: 5 }),
    times("4", "lesson p99 against its p50, ten at a time", ratios(p99("lesson"), p50("lesson")), { atMost: 4 }),
    times("5", "lesson among 500 against among 30", ratios(speed("deep"), speed("lesson")), { atLeast: 0.9 }),
  ];
}
