import type { Pool, PoolClient } from "pg";
import type { Sandbox } from "../sandbox.ts";

/** Where a query may run: the pool for single reads, a client inside a transaction. */
export type Db = Pool | PoolClient;

/** A client that is inside a transaction; row locks only make sense here. */
export type Tx = PoolClient & { readonly __inTransaction?: true };

/** Runs `work` in one transaction, then wakes the worker, because a commit may have made deliveries due. */
export async function inTransaction<T>(sandbox: Sandbox, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await sandbox.pool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    sandbox.wake();
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
