import pg from "pg";

/** Counts what is sent to PostgreSQL while `work` runs, BEGIN and COMMIT included, whoever sends it. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ count: number; result: T }> {
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const original = prototype.query;
  let count = 0;
  prototype.query = function (this: unknown, ...given: unknown[]) {
    count += 1;
    return original.apply(this, given);
  };
  try {
    return { result: await work(), count };
  } finally {
    prototype.query = original;
  }
}
