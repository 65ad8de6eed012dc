import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { log } from "../log.server.ts";

const LOOK_EVERY = 15_000;
const RECONNECT_AFTER = 500;

/**
 * The queue frees a dead worker's jobs only after four hours. So each worker pool (the id the queue writes into `locked_by`)
 * holds a session advisory lock of that name: when the lock is free, the pool is dead and its jobs are released. Looked at
 * start and every fifteen seconds. A job locked less than three seconds ago is left alone: its pool may be about to take its lock.
 */
export class WorkerLocks {
  readonly events: WorkerEvents = new EventEmitter();
  readonly #pool: pg.Pool;
  readonly #mine = new Set<string>();
  #client: Promise<pg.PoolClient> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.events.on("pool:create", ({ workerPool }) => this.#hold(workerPool.id));
  }

  async start(): Promise<void> {
    await this.releaseDead();
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    client?.release(true);
  }

  async #look(): Promise<void> {
    try {
      // Our own locks first: after a restart of the database another node must not take us for dead.
      await this.#connection();
      await this.releaseDead();
    } catch (error) {
      log.warn("jobs.locks", { error });
    }
  }

  #hold(id: string): void {
    const isNew = !this.#client;
    this.#mine.add(id);
    this.#connection()
      .then((client) => (isNew ? undefined : client.query("select pg_advisory_lock(hashtextextended($1, 0))", [id])))
      .catch((error) => log.warn("jobs.locks", { error }));
  }

  /** One connection of its own holds the locks; when it breaks, a new one takes them again at once. */
  #connection(): Promise<pg.PoolClient> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      const client = await this.#pool.connect();
      client.once("error", () => {
        client.release(true);
        this.#reconnect();
      });
      for (const id of this.#mine) await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [id]);
      return client;
    } catch (error) {
      this.#reconnect();
      throw error;
    }
  }

  #reconnect(): void {
    this.#client = undefined;
    if (this.#stopped) return;
    setTimeout(() => void this.#connection().catch(() => {}), RECONNECT_AFTER).unref();
  }

  /** Unlocks jobs and queues whose worker pool no longer holds its lock. */
  async releaseDead(): Promise<void> {
    const client = await this.#pool.connect();
    try {
      const { rows } = await client.query<{ id: string }>(
        `select locked_by as id from graphile_worker._private_jobs where locked_by is not null group by 1 having max(locked_at) < now() - interval '3 seconds'
         union select locked_by from graphile_worker._private_job_queues where locked_by is not null group by 1 having max(locked_at) < now() - interval '3 seconds'`,
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
