import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { notMeasured, type Row, table } from "./bench/figures.ts";
import { measureCertificates } from "./bench/goals/certificates.ts";
import { measureFirstLoad } from "./bench/goals/first-load.ts";
import { growthRows, timePages } from "./bench/goals/growth.ts";
import { measureLogins } from "./bench/goals/logins.ts";
import { measureMemory } from "./bench/goals/memory.ts";
import { measurePages } from "./bench/goals/pages.ts";
import { measureQueries } from "./bench/goals/queries.ts";
import { measureStartUp } from "./bench/goals/start-up.ts";
import { type BenchSite, startBenchSite } from "./bench/site.ts";
import type { Stage } from "./bench/stage.ts";

const QUICK_MINUTES = 6;
const FULL_MINUTES = 25;

/**
 * `npm run bench`: measures the product against the goals of its design and prints them side by side. Quick: 100 k progress rows,
 * at most six minutes. `-- --full`: 35,000 people and a million rows. `-- --json file` also writes what was measured. Starts a site
 * of its own, talks to nobody else, and leaves nothing behind.
 */
export async function run(args: string[]): Promise<void> {
  const full = args.includes("--full");
  const file = args.includes("--json") ? args[args.indexOf("--json") + 1] : undefined;
  if (args.includes("--json") && !file) {
    console.error("Name the file: npm run bench -- --json measured.json");
    process.exit(1);
  }
  const began = Date.now();
  const limit = (full ? FULL_MINUTES : QUICK_MINUTES) * 60_000;
  const courses = mkdtempSync(join(tmpdir(), "kring-bench-courses-"));
  let site: BenchSite | undefined;
  let leaving: Promise<void> | undefined;
  const leave = () => {
    leaving ??= (async () => {
      await site?.stop();
      rmSync(courses, { recursive: true, force: true });
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
    say("starting the product on a data folder of its own");
    site = await startBenchSite();
    // From here the rooms may be used: they read their settings from the environment.
    Object.assign(process.env, site.env);
    const { setTheStage } = await import("./bench/set-the-stage.ts");
    const outOfTime = (seconds: number) => Date.now() - began + seconds * 1000 > limit;
    const { stage, fillUp, close } = await setTheStage({ site, courses, full, say, outOfTime });
    try {
      report(await measureAll(stage, fillUp), { full, file, seconds: Math.round((Date.now() - began) / 1000) });
    } finally {
      await close();
    }
  } finally {
    await leave();
  }
}

/** Every goal in turn. One that breaks off or for which there is no time is listed as not measured, with the reason. */
async function measureAll(stage: Stage, fillUp: () => Promise<void>): Promise<Row[]> {
  const rows: Row[] = [];
  const attempt = async (goals: string, what: string, seconds: number, work: () => Promise<Row[]>) => {
    if (stage.outOfTime(seconds)) {
      rows.push(notMeasured(goals, what, "no time left"));
      return;
    }
    stage.say(what);
    try {
      rows.push(...(await work()));
    } catch (error) {
      rows.push(notMeasured(goals, what, String(error)));
    }
  };
  const little = await timePages(stage);
  await fillUp();
  await attempt("6", "learner and office pages among many more rows", 40, async () => growthRows(little, await timePages(stage)));
  await attempt("2", "what a page asks of the database", 10, () => measureQueries(stage));
  await attempt("1", "lesson pages (goals 1 to 5)", 130, () => measurePages(stage));
  await attempt("7", "logins beside readers", 60, () => measureLogins(stage));
  await attempt("8", "certificates", 30, () => measureCertificates(stage));
  await attempt("9", "the bytes of a first visit", 5, () => measureFirstLoad(stage));
  await attempt("10", "start to first byte", 20, () => measureStartUp(stage));
  await attempt("10", "memory", stage.full ? 185 : 35, () => measureMemory(stage));
  return rows;
}

function report(rows: Row[], { full, file, seconds }: { full: boolean; file: string | undefined; seconds: number }): void {
  const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.versions.node}`;
  const count = (verdict: Row["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  console.log(`\n${machine}; ${full ? "full" : "quick"}, ${seconds} s\n\n${table(rows)}\n`);
  console.log(
    `${count("met")} met, ${count("missed")} missed, ${count("unmeasured")} not measured. Load generator, site and database share these cores: trust ratios and CPU, not rates.`,
  );
  if (!file) return;
  writeFileSync(file, `${JSON.stringify({ date: new Date().toISOString(), machine, full, seconds, rows }, null, 2)}\n`);
  console.log(`Written to ${file}.`);
}
