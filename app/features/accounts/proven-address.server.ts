import { recordAudit } from "#app/platform/audit.server.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { emailKeyOf } from "./email-key.ts";
import type { RedeemedCode } from "./mail-codes.server.ts";
import type { PendingAddress } from "./pending-address.server.ts";

/** What a browser that just proved an address brings: the sign-up it was keeping, or a password chosen at that moment. */
export interface Proof {
  pending: PendingAddress | null;
  /** replaces whatever password there was */
  passwordHash?: string;
  /** how it was proven, for the audit trail */
  by: "code" | "link";
}

/**
 * Marks the address behind a redeemed code as proven and notes the sign-in. At the first proof the account gets the name and
 * password of the sign-up kept in this very browser; a password from elsewhere never enters.
 * @returns the person's id, or null for a code that belongs to nobody
 */
export async function settleProof(tx: Tx, redeemed: RedeemedCode, { pending, passwordHash, by }: Proof, now: Date): Promise<string | null> {
  const person = redeemed.personId
    ? await tx.person.findUnique({
        where: { id: redeemed.personId, emailKey: redeemed.emailKey },
        select: { id: true, emailVerifiedAt: true },
      })
    : null;
  if (!person) return null;
  const actor = { kind: "person", id: person.id } as const;
  const subject = { kind: "person", id: person.id };
  if (!person.emailVerifiedAt) {
    const signUp = signUpOf(pending, redeemed.emailKey);
    await tx.person.update({
      where: { id: person.id },
      data: { emailVerifiedAt: now, passwordHash: passwordHash ?? signUp?.passwordHash ?? null, ...(signUp ? { name: signUp.name } : {}) },
      select: { id: true },
    });
    await recordAudit(tx, { actor, action: "accounts.verified", subject, data: { by }, now });
  } else if (passwordHash) {
    await tx.person.update({ where: { id: person.id }, data: { passwordHash }, select: { id: true } });
  }
  await recordAudit(tx, { actor, action: "accounts.signed-in", subject, data: { by }, now });
  return person.id;
}

/** The sign-up this browser keeps, when it is of this address. */
export function signUpOf(pending: PendingAddress | null, emailKey: string): PendingAddress["signUp"] {
  return pending && emailKeyOf(pending.email) === emailKey ? pending.signUp : undefined;
}
