import { keyId, unwrapDataKey, wrapDataKey } from "#app/platform/crypto.server.ts";
import { db } from "#app/platform/db.server.ts";

interface Rotation {
  /** the SECRET_KEY before */
  previous: string;
  /** the SECRET_KEY from now on */
  current: string;
  /** people at a time */
  batch?: number;
}

/**
 * Takes everybody's data key over from the previous SECRET_KEY to the present one. The data keys themselves stay, and so does all
 * that is sealed with them. Each batch is one statement: stopped anywhere, some keys are under the one and the rest under the other,
 * a site that knows both opens all of them (`readDataKey`), and the next run goes on. A key is replaced only while it is still under
 * the previous one, so that several nodes may do this at once.
 * @returns how many it took over
 * @throws before its batch is written, for a key that does not open although the previous SECRET_KEY wrapped it
 */
export async function rewrapDataKeys({ previous, current, batch = 500 }: Rotation): Promise<number> {
  const before = keyId(previous);
  const after = keyId(current);
  let count = 0;
  for (;;) {
    const rows = await db.personDataKey.findMany({
      where: { wrapKeyId: before },
      orderBy: { personId: "asc" },
      take: batch,
      select: { personId: true, wrappedKey: true },
    });
    if (rows.length === 0) return count;
    const people = rows.map(({ personId }) => personId);
    const wrapped = rows.map(({ personId, wrappedKey }) =>
      wrapDataKey(current, opened(previous, wrappedKey, personId), personId).toString("hex"),
    );
    count += await db.$executeRaw`
      update person_data_key set wrapped_key = decode(taken.wrapped, 'hex'), wrap_key_id = ${after}
      from unnest(${people}::uuid[], ${wrapped}::text[]) as taken (person_id, wrapped)
      where person_data_key.person_id = taken.person_id and person_data_key.wrap_key_id = ${before}`;
  }
}

function opened(secretKey: string, wrapped: Uint8Array, personId: string): Buffer {
  try {
    return unwrapDataKey(secretKey, wrapped, personId);
  } catch (cause) {
    throw new Error(`The data key of person ${personId} is damaged: restore its row of person_data_key from a backup.`, { cause });
  }
}
