import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

/** Somebody who is signed in. */
export interface Signed {
  n: number;
  id: string;
  /** ready for a Cookie header */
  cookie: string;
}

/** Opens a session for each of these people, straight in the table, as signing in would have. */
export async function signIn(client: pg.Client, numbers: readonly number[]): Promise<Signed[]> {
  const { rows } = await client.query<{ n: number; id: string }>("select n, id from bench.person where n = any($1) order by n", [numbers]);
  const signed = rows.map(({ n, id }) => {
    const token = randomBytes(32).toString("base64url");
    return { n, id, cookie: `kring=${token}`, hash: createHash("sha256").update(token).digest("hex") };
  });
  await client.query(
    `insert into session (id, public_id, person_id, expires_at) select hash, public_id, person_id, now() + interval '30 days'
     from unnest($1::text[], $2::uuid[], $3::uuid[]) as given (hash, public_id, person_id)`,
    [signed.map(({ hash }) => hash), signed.map(() => randomUUID()), signed.map(({ id }) => id)],
  );
  return signed;
}
