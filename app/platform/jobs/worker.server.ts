import { Logger, parseCronItems, type Runner, run, runMigrations } from "graphile-worker";
import type pg from "pg";
import { log } from "../log.server.ts";
import type { BoundJob, Schedule } from "./job.ts";
import { WorkerLocks } from "./worker-locks.server.ts";

const quiet = new Logger(() => (level, message, meta) => {
  if (level === "error" || level === "warning") log.warn("jobs", { message, ...(meta && "error" in meta ? { error: meta.error } : {}) });
});

/** Creates or upgrades the queue's own schema. */
export async function migrateJobs(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, logger: quiet });
}

export interface WorkerOptions {
  pool: pg.Pool;
  jobs: BoundJob[];
  schedules: Schedule[];
  concurrency?: number;
}

/** Runs jobs until stopped; a stop waits for jobs in hand. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const locks = new WorkerLocks(options.pool);
  await locks.start();
  const taskList = Object.fromEntries(options.jobs.map((job) => [job.name, (payload: unknown) => job.run(payload)]));
  const runner: Runner = await run({
    pgPool: options.pool,
    taskList,
    concurrency: options.concurrency ?? 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: quiet,
    events: locks.events,
    parsedCronItems: parseCronItems(
      options.schedules.map((schedule) => ({
        task: schedule.name,
        match: schedule.cron,
        identifier: schedule.name,
        options: { backfillPeriod: 0, maxAttempts: 3 },
      })),
    ),
  });
  return {
    stop: async () => {
      await runner.stop();
      await locks.stop();
    },
  };
}
