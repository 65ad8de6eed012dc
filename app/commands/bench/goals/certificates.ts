import { paths } from "#app/paths.ts";
import { slugOf } from "../course-folder.ts";
import { checked, judged, type Row, told } from "../figures.ts";
import { type Answers, load } from "../load.ts";
import { type Signed, signIn } from "../people.ts";
import { RUNS, type Stage } from "../stage.ts";

/** Certificates set on paper in one run. */
const EACH = 12;

/** Goal 8: the page loop while certificates are made, seen from outside as the time /healthz takes; and that each is made once. */
export async function measureCertificates(stage: Stage): Promise<Row[]> {
  const { site, client } = stage;
  const owed = await unprinted(stage);
  const render = async ({ code, owner }: Owed) => {
    const began = performance.now();
    const answer = await fetch(`${site.origin}${paths.certificatePdf(code)}`, { headers: { cookie: owner.cookie } });
    if (answer.status !== 200) throw new Error(`Certificate ${code} answered ${answer.status}.`);
    await answer.arrayBuffer();
    return performance.now() - began;
  };
  const health = (seconds: number, go = () => true) =>
    load({ origin: site.origin, connections: 1, seconds, ask: () => (go() ? { path: "/healthz" } : null), pause: 1 });
  const [warm, ...rest] = owed;
  if (!warm || rest.length < RUNS * EACH) throw new Error("There are too few certificates to print.");
  const cold = await render(warm);
  const runs = { quiet: [] as number[], p99: [] as number[], slowest: [] as number[], first: [] as number[], again: [] as number[] };
  const files = async () => Number((await client.query<{ count: string }>("select count(*) from stored_file")).rows[0]?.count);
  const before = await files();
  for (let round = 0; round < RUNS; round++) {
    stage.say(`certificates, round ${round + 1} of ${RUNS}`);
    const batch = rest.slice(round * EACH, (round + 1) * EACH);
    runs.quiet.push((await health(1.5)).p99);
    const probe = probing((go) => health(60, go));
    for (const certificate of batch) runs.first.push(await render(certificate));
    const { p99, slowest } = await probe.end();
    runs.p99.push(p99);
    runs.slowest.push(slowest);
    for (const certificate of batch) runs.again.push(await render(certificate));
  }
  const made = (await files()) - before;
  return [
    judged(
      {
        goal: "8",
        what: "/healthz p99 while certificates are made",
        runs: runs.p99,
        unit: "ms",
        note: `quiet: ${told({ goal: "", what: "", runs: runs.quiet, unit: "ms" }).measured}`,
      },
      { atMost: 10 },
    ),
    told({ goal: "8", what: "/healthz slowest while certificates are made", runs: runs.slowest, unit: "ms" }),
    told({
      goal: "8",
      what: "one certificate, made on request",
      runs: runs.first,
      unit: "ms",
      note: `the very first ${cold.toFixed(0)} ms`,
    }),
    told({ goal: "8", what: "the same, from storage", runs: runs.again, unit: "ms" }),
    checked(
      {
        goal: "8",
        what: "made once: files kept after each was fetched twice",
        measured: `${made} for ${RUNS * EACH}`,
        bound: `${RUNS * EACH}`,
      },
      made === RUNS * EACH,
    ),
  ];
}

interface Owed {
  code: string;
  owner: Signed;
}

/** Certificates without a file, with their owners signed in. */
async function unprinted({ client }: Stage): Promise<Owed[]> {
  const { rows } = await client.query<{ code: string; n: number }>(
    `select code, n from certificate c join bench.person b on b.id = c.person_id where c.file_id is null and c.course_slug = $1 order by n limit ${RUNS * EACH + 1}`,
    [slugOf(30)],
  );
  const owners = await signIn(
    client,
    rows.map(({ n }) => n),
  );
  return rows.flatMap(({ code, n }) => {
    const owner = owners.find((person) => person.n === n);
    return owner ? [{ code, owner }] : [];
  });
}

/** Asks /healthz over and over until told to stop. */
function probing(ask: (go: () => boolean) => Promise<Answers>) {
  let going = true;
  const answers = ask(() => going);
  return {
    end: () => {
      going = false;
      return answers;
    },
  };
}
