import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { log } from "../log.server.ts";

/**
 * The queue frees a dead worker's jobs only after four hours. So each worker holds a session advisory lock named after its
 * id: when that lock is free, the worker is dead and its jobs are released at once. Checked at start and every minute.
 */
export class WorkerLocks {
  readonly events: WorkerEvents = new EventEmitter();
  readonly #pool: pg.Pool;
  readonly #mine = new Set<string>();
  #client: Promise<pg.PoolClient> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.events.on("worker:create", ({ worker }) => this.#hold(worker.workerId));
  }

  async start(): Promise<void> {
    await this.releaseDead();
    this.#timer = setInterval(() => void this.#tick(), 60_000);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    client?.release(true);
  }

  async #tick(): Promise<void> {
    try {
      await this.#connection();
      await this.releaseDead();
    } catch (error) {
      log.warn("jobs.locks", { error });
    }
  }

  #hold(workerId: string): void {
    this.#mine.add(workerId);
    this.#connection()
      .then((client) => client.query("select pg_advisory_lock(hashtextextended($1, 0))", [workerId]))
      .catch((error) => log.warn("jobs.locks", { error }));
  }

  /** One connection of its own holds the locks; when the database restarts, a new one takes them again. */
  #connection(): Promise<pg.PoolClient> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<pg.PoolClient> {
    const forget = () => {
      this.#client = undefined;
    };
    try {
      const client = await this.#pool.connect();
      client.once("error", () => {
        forget();
        client.release(true);
      });
      for (const workerId of this.#mine) await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [workerId]);
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }

  /** Unlocks jobs and queues whose worker no longer holds its lock. */
  async releaseDead(): Promise<void> {
    const client = await this.#pool.connect();
    try {
      const { rows } = await client.query<{ id: string }>(
        `select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null
         union select distinct locked_by from graphile_worker._private_job_queues where locked_by is not null`,
      );
      for (const { id } of rows) {
        if (this.#mine.has(id)) continue;
        const free = await client.query<{ free: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as free", [id]);
        if (!free.rows[0]?.free) continue;
        await client.query("select graphile_worker.force_unlock_workers(array[$1]::text[])", [id]);
        await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [id]);
        log.warn("jobs.released", { worker: id });
      }
    } finally {
      client.release();
    }
  }
}
