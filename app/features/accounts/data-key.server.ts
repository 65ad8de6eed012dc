import { keyId, newDataKey, unwrapDataKey } from "#app/platform/crypto.server.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { secretKey } from "./secret-key.server.ts";

export interface DataKey {
  key: Buffer;
  /** which SECRET_KEY wraps it; kept beside what is sealed */
  keyId: string;
}

const dataKeySelect = { wrapKeyId: true, wrappedKey: true } as const;

/**
 * The key of one person's private writing, made at first use. Two first uses at once get the same key.
 * @throws when it was wrapped with another SECRET_KEY than this installation has now
 */
export async function dataKeyOf(tx: Tx, personId: string): Promise<DataKey> {
  const known = await tx.personDataKey.findUnique({ where: { personId }, select: dataKeySelect });
  if (known) return unwrap(personId, known);
  const made = newDataKey(secretKey(), personId);
  await tx.personDataKey.createMany({
    data: [{ personId, wrapKeyId: made.wrapKeyId, wrappedKey: new Uint8Array(made.wrapped) }],
    skipDuplicates: true,
  });
  // Read back: another request may have been first.
  return unwrap(personId, await tx.personDataKey.findUniqueOrThrow({ where: { personId }, select: dataKeySelect }));
}

function unwrap(personId: string, row: { wrapKeyId: string; wrappedKey: Uint8Array }): DataKey {
  const secret = secretKey();
  if (row.wrapKeyId !== keyId(secret))
    throw new Error(`A person's data key was wrapped with SECRET_KEY ${row.wrapKeyId}; this installation has ${keyId(secret)}.`);
  return { key: unwrapDataKey(secret, row.wrappedKey, personId), keyId: row.wrapKeyId };
}
