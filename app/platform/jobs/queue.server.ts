import type { Tx } from "../db.server.ts";
import type { Job } from "./job.ts";

export interface EnqueueOptions {
  /** not before this moment */
  runAt?: Date;
  /** a waiting job with the same key is replaced instead of doubled */
  key?: string;
}

/** Puts a job in the queue inside the caller's transaction: it exists exactly when the effect does. */
export async function enqueue<Payload>(tx: Tx, job: Job<Payload>, payload: Payload, options: EnqueueOptions = {}): Promise<void> {
  const body = JSON.stringify(job.payload.parse(payload));
  await tx.$executeRaw`select graphile_worker.add_job(
    ${job.name}::text, payload := ${body}::json, run_at := ${options.runAt ?? null}::timestamptz,
    max_attempts := ${job.maxAttempts}::int, job_key := ${options.key ?? null}::text)`;
}

/** Runs a job without payload soon; several nodes starting at once ask for it once. */
export async function enqueueOnce(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(${name}::text, max_attempts := 3, job_key := ${`once:${name}`}::text)`;
}

export interface StuckJob {
  id: string;
  name: string;
  attempts: number;
  lastError: string;
  since: Date;
}

/** Jobs that used up their tries: a human must look. Newest first, at most `limit`. */
export async function stuckJobs(tx: Tx, limit = 100): Promise<StuckJob[]> {
  const rows = await tx.$queryRaw<{ id: bigint; task_identifier: string; attempts: number; last_error: string | null; updated_at: Date }[]>`
    select id, task_identifier, attempts, last_error, updated_at from graphile_worker.jobs
    where attempts >= max_attempts order by updated_at desc limit ${limit}::int`;
  return rows.map((row) => ({
    id: String(row.id),
    name: row.task_identifier,
    attempts: row.attempts,
    lastError: (row.last_error ?? "").slice(0, 500),
    since: row.updated_at,
  }));
}

/** Gives a stuck job fresh tries, from now. */
export async function retryStuckJob(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select graphile_worker.reschedule_jobs(array[${BigInt(id)}]::bigint[], run_at := now(), attempts := 0)`;
}
