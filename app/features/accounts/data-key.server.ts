import { keyId, newDataKey, unwrapDataKey } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { secretKey, secretKeys } from "./secret-key.server.ts";

export interface DataKey {
  key: Buffer;
  /** which SECRET_KEY wraps it now; kept beside what is sealed */
  keyId: string;
}

const dataKeySelect = { wrapKeyId: true, wrappedKey: true } as const;

export type ReadDataKey = ({ ok: true } & DataKey) | { ok: false; reason: "none" | "other-secret-key" };

/**
 * The key of one person's private writing for reading it, without making one. Refuses with `none` for who never wrote, and
 * with `other-secret-key` when it was wrapped with another SECRET_KEY than this installation has or names as its previous one.
 */
export async function readDataKey(tx: Tx, personId: string): Promise<ReadDataKey> {
  const row = await tx.personDataKey.findUnique({ where: { personId }, select: dataKeySelect });
  if (!row) return { ok: false, reason: "none" };
  const secret = secretKeys().find((one) => keyId(one) === row.wrapKeyId);
  if (!secret) return { ok: false, reason: "other-secret-key" };
  return { ok: true, key: unwrapDataKey(secret, row.wrappedKey, personId), keyId: row.wrapKeyId };
}

/**
 * The key of one person's private writing, made at first use. Two first uses at once get the same key.
 * @throws when it was wrapped with a SECRET_KEY that this installation does not know
 */
export async function dataKeyOf(tx: Tx, personId: string): Promise<DataKey> {
  const known = await readDataKey(tx, personId);
  if (known.ok) return known;
  if (known.reason === "none") await makeDataKey(tx, personId);
  // Read back: another request may have been first.
  const made = await readDataKey(tx, personId);
  if (made.ok) return made;
  throw new Error(`A person's data key was wrapped with another SECRET_KEY; this installation has ${keyId(secretKey())}.`);
}

async function makeDataKey(tx: Tx, personId: string): Promise<void> {
  const made = newDataKey(secretKey(), personId);
  await tx.personDataKey.createMany({
    data: [{ personId, wrapKeyId: made.wrapKeyId, wrappedKey: new Uint8Array(made.wrapped) }],
    skipDuplicates: true,
  });
}

export interface SecretKeyProblem {
  /** id of a SECRET_KEY that people's data keys were wrapped with */
  stored: string;
  /** id of the SECRET_KEY of this installation */
  current: string;
}

/**
 * Whether some people's writing is sealed under a SECRET_KEY that is neither this installation's nor its previous one; null when all
 * is well.
 * To be asked before a site starts: with the wrong key nobody's writing opens, and new people's would be sealed apart.
 */
export async function secretKeyProblem(): Promise<SecretKeyProblem | null> {
  const other = await db.personDataKey.findFirst({
    where: { wrapKeyId: { notIn: secretKeys().map(keyId) } },
    select: { wrapKeyId: true },
  });
  return other && { stored: other.wrapKeyId, current: keyId(secretKey()) };
}
