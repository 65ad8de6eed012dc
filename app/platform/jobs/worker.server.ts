import type { Runner } from "graphile-worker";
import type pg from "pg";
import { log } from "../log.server.ts";
import type { BoundJob, Schedule } from "./job.ts";
import { WorkerLocks } from "./worker-locks.server.ts";

/** Loaded by whoever starts or migrates the queue; everyone else who imports this file does without. */
async function loadQueue() {
  const queue = await import("graphile-worker");
  const quiet = new queue.Logger(() => (level, message, meta) => {
    if (level === "error" || level === "warning") log.warn("jobs", { message, ...(meta && "error" in meta ? { error: meta.error } : {}) });
  });
  return { ...queue, quiet };
}

/** Creates or upgrades the queue's own schema. */
export async function migrateJobs(connectionString: string): Promise<void> {
  const { runMigrations, quiet } = await loadQueue();
  await runMigrations({ connectionString, logger: quiet });
}

/** Jobs that run beside other lanes: slow work in one (a mail server that hangs) never keeps another waiting. */
export interface Lane {
  jobs: BoundJob[];
  /** how many at a time */
  concurrency: number;
}

export interface WorkerOptions {
  pool: pg.Pool;
  lanes: Lane[];
  schedules: Schedule[];
}

/** Runs jobs until stopped; a stop waits for jobs in hand. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const locks = new WorkerLocks(options.pool);
  await locks.start();
  const runners: Runner[] = [];
  for (const lane of options.lanes) runners.push(await runLane(options, lane, locks, runners.length === 0 ? options.schedules : []));
  return {
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
      await locks.stop();
    },
  };
}

async function runLane(options: WorkerOptions, lane: Lane, locks: WorkerLocks, schedules: Schedule[]): Promise<Runner> {
  const { run, parseCronItems, quiet } = await loadQueue();
  return run({
    pgPool: options.pool,
    taskList: Object.fromEntries(lane.jobs.map((job) => [job.name, (payload: unknown) => job.run(payload)])),
    concurrency: lane.concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: quiet,
    events: locks.events,
    parsedCronItems: parseCronItems(
      schedules.map((schedule) => ({
        task: schedule.name,
        match: schedule.cron,
        identifier: schedule.name,
        // One row a schedule: a round that failed is replaced by the next instead of standing beside it.
        options: { backfillPeriod: 0, maxAttempts: 3, jobKey: `cron:${schedule.name}`, jobKeyMode: "replace" },
      })),
    ),
  });
}
