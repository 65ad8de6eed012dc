import { createHmac } from "node:crypto";
import { DAY, MINUTE } from "#app/platform/clock.ts";
import { deriveKey, sameSecret, sha256 } from "#app/platform/crypto.server.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { secretToken, sixDigitCode } from "#app/platform/ids.ts";
import { secretKey } from "./secret-key.server.ts";

/** What a code or link is for. One made for the one never opens the other. */
export type CodePurpose = "verify-email" | "sign-in" | "reset-password" | "claim-office";

const lifetime: Record<CodePurpose, number> = {
  "verify-email": DAY,
  "sign-in": 15 * MINUTE,
  "reset-password": 15 * MINUTE,
  "claim-office": DAY,
};

/** After so many wrong codes the code is void. The link beside it stays good: nobody guesses 256 bits. */
export const CODE_TRIES = 5;

/** Six digits are guessed in a moment by who reads the table, so the hash is keyed and bound to its place. */
function hashCode(purpose: string, emailKey: string, code: string): string {
  return createHmac("sha256", deriveKey(secretKey(), "mail codes")).update(`${purpose}\0${emailKey}\0${code}`).digest("hex");
}

export interface IssuedCode {
  id: string;
  /** six digits */
  code: string;
  token: string;
}

/** Makes a code and a link for one purpose. Older ones of that purpose and address stop working. */
export async function issueCode(
  tx: Tx,
  { purpose, emailKey, personId }: { purpose: CodePurpose; emailKey: string; personId: string | null },
  now: Date,
): Promise<IssuedCode> {
  await voidCodes(tx, emailKey, now, purpose);
  const code = sixDigitCode();
  const token = secretToken();
  const { id } = await tx.mailCode.create({
    data: {
      purpose,
      emailKey,
      personId,
      codeHash: hashCode(purpose, emailKey, code),
      linkHash: sha256(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetime[purpose]),
    },
    select: { id: true },
  });
  return { id, code, token };
}

/** Ends every open code and link of an address, or those of one purpose. */
export async function voidCodes(tx: Tx, emailKey: string, now: Date, purpose?: CodePurpose): Promise<void> {
  await tx.mailCode.updateMany({
    where: { emailKey, ...(purpose ? { purpose } : {}), usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

export interface RedeemedCode {
  purpose: CodePurpose;
  emailKey: string;
  /** null for an address nobody has an account with */
  personId: string | null;
}

const redeemedSelect = { id: true, purpose: true, emailKey: true, personId: true } as const;

/**
 * Uses up the newest code of an address for one of these purposes. Null for wrong, void, used, expired and never made alike:
 * a difference would tell whether the address is known. A wrong try counts, also when many come at once.
 */
export async function redeemCode(
  tx: Tx,
  { purposes, emailKey, code }: { purposes: CodePurpose[]; emailKey: string; code: string },
  now: Date,
): Promise<RedeemedCode | null> {
  const newest = await tx.mailCode.findFirst({
    where: { emailKey, purpose: { in: purposes } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { ...redeemedSelect, codeHash: true },
  });
  if (!newest) return null;
  const open = { id: newest.id, usedAt: null, expiresAt: { gt: now } };
  const counted = await tx.mailCode.updateMany({ where: { ...open, attempts: { lt: CODE_TRIES } }, data: { attempts: { increment: 1 } } });
  if (counted.count === 0 || !sameSecret(newest.codeHash, hashCode(newest.purpose, emailKey, code))) return null;
  const used = await tx.mailCode.updateMany({ where: open, data: { usedAt: now } });
  return used.count === 1 ? redeemed(newest) : null;
}

/** What an unused link is for, without using it: a mail scanner opens links too. */
export async function readLink(tx: Tx, token: string, now: Date): Promise<RedeemedCode | null> {
  const row = await tx.mailCode.findFirst({
    where: { linkHash: sha256(token), usedAt: null, expiresAt: { gt: now } },
    select: redeemedSelect,
  });
  return row && redeemed(row);
}

/** Uses up a link made for this purpose. */
export async function redeemLink(tx: Tx, token: string, purpose: CodePurpose, now: Date): Promise<RedeemedCode | null> {
  const link = await readLink(tx, token, now);
  if (link?.purpose !== purpose) return null;
  const used = await tx.mailCode.updateMany({
    where: { linkHash: sha256(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return used.count === 1 ? link : null;
}

const redeemed = (row: { purpose: string; emailKey: string; personId: string | null }): RedeemedCode => ({
  // Written by issueCode alone.
  purpose: row.purpose as CodePurpose,
  emailKey: row.emailKey,
  personId: row.personId,
});
