import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { endChildren } from "./bench/children.ts";
import { notMeasured, type Row, table } from "./bench/figures.ts";
import { type Part, parts } from "./bench/parts.ts";
import { type BenchSite, startBenchSite } from "./bench/site.ts";
import type { Stage } from "./bench/stage.ts";

const QUICK_MINUTES = 6;
const FULL_MINUTES = 25;

interface Wish {
  full: boolean;
  /** where to write the figures as JSON */
  file: string | undefined;
  chosen: Part[];
}

/**
 * `npm run bench`: measures the product against the goals of its design and prints them side by side. Quick: 100 k progress rows,
 * at most six minutes. `-- --full`: 35,000 people and a million rows. `-- --only growth,pages` measures a part, `-- --json file` also
 * writes the figures. Starts a site of its own, talks to nobody else, and leaves nothing behind.
 */
export async function run(args: string[]): Promise<void> {
  const { full, file, chosen } = wishOf(args);
  const began = Date.now();
  const limit = (full ? FULL_MINUTES : QUICK_MINUTES) * 60_000;
  const { folder, courses, data } = makeFolders();
  let site: BenchSite | undefined;
  let rows: Row[] = [];
  let before = 0;
  let leaving: Promise<void> | undefined;
  const leave = () => {
    leaving ??= (async () => {
      await endChildren();
      await site?.stop();
      rmSync(folder, { recursive: true, force: true });
    })();
    return leaving;
  };
  const abandon = (why: string) => {
    console.error(`\n${why}`);
    void leave().finally(() => process.exit(1));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => abandon("Stopped."));
  // Nothing here waits for ever; should it do so all the same, it ends.
  setTimeout(() => abandon("This took far too long and was stopped."), limit * 1.5).unref();
  const say = (text: string) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${text}`);
  try {
    before = await busyShare();
    say("starting the product on a data folder of its own");
    site = await startBenchSite(data);
    // From here the rooms may be used: they read their settings from the environment.
    Object.assign(process.env, site.env);
    const { setTheStage } = await import("./bench/set-the-stage.ts");
    const outOfTime = (seconds: number) => Date.now() - began + seconds * 1000 > limit;
    const { stage, fillUp, close } = await setTheStage({ site, courses, full, say, outOfTime });
    try {
      rows = await measureAll(stage, chosen, fillUp);
    } finally {
      await close();
    }
  } finally {
    await leave();
  }
  const busy = Math.max(before, await busyShare());
  report(rows, { full, file, busy, seconds: Math.round((Date.now() - began) / 1000) });
}

function makeFolders(): { folder: string; courses: string; data: string } {
  const folder = mkdtempSync(join(tmpdir(), "kring-bench-"));
  const inside = { courses: join(folder, "courses"), data: join(folder, "data") };
  for (const path of Object.values(inside)) mkdirSync(path);
  // PostgreSQL may run as another user, who must be able to enter.
  for (const path of [folder, inside.data]) chmodSync(path, 0o755);
  return { folder, ...inside };
}

/** How much of this machine is used while the bench does nothing. */
async function busyShare(): Promise<number> {
  const times = () =>
    cpus().reduce(
      (sum, { times: { idle, ...used } }) => ({
        idle: sum.idle + idle,
        used: sum.used + Object.values(used).reduce((all, time) => all + time, 0),
      }),
      { idle: 0, used: 0 },
    );
  const from = times();
  await sleep(1500);
  const to = times();
  const used = to.used - from.used;
  return used / (used + to.idle - from.idle);
}

function wishOf(args: string[]): Wish {
  const names = parts.map(({ name }) => name).join(", ");
  try {
    // npm passes what follows `--`; started without npm the dashes themselves arrive too.
    const { values } = parseArgs({
      args: args.filter((arg) => arg !== "--"),
      options: { full: { type: "boolean", default: false }, json: { type: "string" }, only: { type: "string" } },
    });
    const asked = values.only?.split(",");
    const unknown = asked?.find((name) => !parts.some((part) => part.name === name));
    if (unknown !== undefined) throw new Error(`There is no part "${unknown}".`);
    return { full: values.full, file: values.json, chosen: parts.filter(({ name }) => !asked || asked.includes(name)) };
  } catch (error) {
    console.error(`${(error as Error).message}\nnpm run bench -- [--full] [--json file] [--only part,part]; parts: ${names}.`);
    process.exit(1);
  }
}

/** The chosen parts in turn. One that breaks off or for which there is no time is listed as not measured, with the reason. */
async function measureAll(stage: Stage, chosen: Part[], fillUp: () => Promise<void>): Promise<Row[]> {
  const rows: Row[] = [];
  const attempt = async ({ goal, what, seconds }: Part, work: () => Promise<Row[]>) => {
    if (stage.outOfTime(seconds(stage.full))) {
      rows.push(notMeasured(goal, what, "no time left"));
      return;
    }
    stage.say(what);
    try {
      rows.push(...(await work()));
    } catch (error) {
      rows.push(notMeasured(goal, what, String(error)));
    }
  };
  const early = new Map<Part, Promise<unknown> | undefined>();
  for (const part of chosen) {
    const before = part.before?.(stage);
    early.set(part, before);
    // What goes wrong here is told in its turn.
    await before?.catch(() => {});
  }
  await fillUp();
  for (const part of parts) {
    if (chosen.includes(part)) await attempt(part, async () => part.measure(stage, await early.get(part)));
    else rows.push(notMeasured(part.goal, part.what, "left out with --only"));
  }
  return rows;
}

interface Circumstances {
  full: boolean;
  file: string | undefined;
  seconds: number;
  /** share of all cores that others used, from 0 to 1 */
  busy: number;
}

function report(rows: Row[], { full, file, seconds, busy }: Circumstances): void {
  const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.versions.node}`;
  const count = (verdict: Row["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  console.log(`\n${machine}; ${full ? "full" : "quick"}, ${seconds} s\n\n${table(rows)}\n`);
  console.log(`${count("met")} met, ${count("missed")} missed, ${count("unmeasured")} not measured.`);
  console.log("Load generator, site and database share these cores: trust ratios and CPU, not rates.");
  if (busy > 0.1)
    console.log(
      `Others used ${Math.round(busy * 100)} % of this machine at the start or the end: every figure suffers. Measure again when it is quiet.`,
    );
  if (!file) return;
  writeFileSync(file, `${JSON.stringify({ date: new Date().toISOString(), machine, full, seconds, busy, rows }, null, 2)}\n`);
  console.log(`Written to ${file}.`);
}
