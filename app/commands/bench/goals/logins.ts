import { paths } from "#app/paths.ts";
import { judged, type Row, told } from "../figures.ts";
import { type Answers, type Load, load } from "../load.ts";
import { measure, type Run, ratios } from "../measure.ts";
import { RUNS, readLesson, type Stage } from "../stage.ts";
import { emailOf } from "../volume.ts";

const SECONDS = 3;

/** Goal 7: readers while ten people sign in at once, again and again. */
export async function measureLogins(stage: Stage): Promise<Row[]> {
  const { site, people, password } = stage;
  let next = 0;
  // Each from an address of their own, as the proxy reports it: the limit on tries must not be what is measured.
  const login = () => {
    const n = 1 + (next++ % people);
    const form = new URLSearchParams({ email: emailOf(n), password }).toString();
    return {
      path: paths.login(),
      form,
      headers: { "X-Forwarded-For": `10.${(next >> 16) & 255}.${(next >> 8) & 255}.${next & 255}` },
      expect: 303,
    };
  };
  const crowd = (seconds: number): Promise<Answers> => load({ origin: site.origin, connections: 10, seconds, ask: login });
  const reading = (connections: number): Load => ({
    origin: site.origin,
    connections,
    seconds: SECONDS,
    ask: (turn) => readLesson(stage, turn),
  });
  const runs = { alone: [] as Run[], beside: [] as Run[], fewAlone: [] as Run[], fewBeside: [] as Run[], logins: [] as number[] };
  await crowd(1);
  for (let round = 1; round <= RUNS; round++) {
    stage.say(`logins, round ${round} of ${RUNS}`);
    for (const [connections, alone, beside] of [
      [10, runs.alone, runs.beside],
      [2, runs.fewAlone, runs.fewBeside],
    ] as const) {
      alone.push(await measure(site, reading(connections)));
      const [read, came] = await Promise.all([measure(site, reading(connections)), crowd(SECONDS + 0.5)]);
      beside.push(read);
      if (connections === 10) runs.logins.push(came.perSecond);
    }
  }
  const p99 = (list: Run[]) => list.map((run) => run.p99);
  const milliseconds = (list: Run[]) => told({ goal: "", what: "", runs: p99(list), unit: "ms" }).measured;
  return [
    judged(
      {
        goal: "7",
        what: "lesson p99 beside 10 logins at once, ten readers",
        runs: ratios(p99(runs.beside), p99(runs.alone)),
        unit: "×",
        note: `${milliseconds(runs.alone)} → ${milliseconds(runs.beside)}`,
      },
      { atMost: 2 },
    ),
    told({
      goal: "7",
      what: "the same with two readers, as in the prototype",
      runs: ratios(p99(runs.fewBeside), p99(runs.fewAlone)),
      unit: "×",
      note: `${milliseconds(runs.fewAlone)} → ${milliseconds(runs.fewBeside)}`,
    }),
    told({ goal: "7", what: "logins beside ten readers", runs: runs.logins, unit: "a second" }),
  ];
}
