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

/**
 * How many earlier codes that the same browser asked for one purpose stay good beside a new one: letters overtake one another.
 * What other browsers asked is left alone, or a stranger's requests would void the code that the owner is just typing. The office
 * link has no address, so there only the newest counts.
 */
const keptBefore: Record<CodePurpose, number> = { "verify-email": 1, "sign-in": 1, "reset-password": 1, "claim-office": 0 };

/**
 * How many codes may be tried against one that was sent: so many in the browser that asked, where nobody else's guesses count, and
 * as many in all other browsers together. So a stranger's guesses never void a code for who asked it, and whoever asked on another
 * device may still type it here. The link beside it stays good whatever is typed: nobody guesses 256 bits.
 *
 * The reckoning: a stranger who asks the codes of an address and guesses them in two browsers has 10 tries at each. At most eight
 * letters an hour go there (`limits.server.ts`), so 80 tries an hour at a million codes: one chance in 12,500 an hour, while the owner
 * has a letter every eight minutes.
 */
export const CODE_TRIES = 5;

/** Of the codes asked in other browsers only so many are compared: an hour of letters, or one try would cost ever more statements. */
const OTHERS_COMPARED = 8;

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

/**
 * Makes a code and a link for one purpose. Of the earlier ones that the same browser asked for that purpose and address only the
 * newest stays good.
 */
export async function issueCode(
  tx: Tx,
  {
    purpose,
    emailKey,
    personId,
    askedBy = null,
  }: { purpose: CodePurpose; emailKey: string; personId: string | null; askedBy?: string | null },
  now: Date,
): Promise<IssuedCode> {
  const ofThisBrowser = { emailKey, purpose, askedBy, usedAt: null, expiresAt: { gt: now } };
  const kept = await tx.mailCode.findMany({
    where: ofThisBrowser,
    orderBy: newestFirst,
    take: keptBefore[purpose],
    select: { id: true },
  });
  await tx.mailCode.updateMany({
    where: { ...ofThisBrowser, id: { notIn: kept.map(({ id }) => id) } },
    data: { expiresAt: now },
  });
  const code = sixDigitCode();
  const token = secretToken();
  const { id } = await tx.mailCode.create({
    data: {
      purpose,
      emailKey,
      personId,
      askedBy,
      codeHash: hashCode(purpose, emailKey, code),
      linkHash: sha256(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetime[purpose]),
    },
    select: { id: true },
  });
  return { id, code, token };
}

/** Ends every open code and link of an address, or those of some purposes. */
export async function voidCodes(tx: Tx, emailKey: string, now: Date, purposes?: CodePurpose[]): Promise<void> {
  await tx.mailCode.updateMany({
    where: { emailKey, ...(purposes ? { purpose: { in: purposes } } : {}), usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

export interface RedeemedCode {
  purpose: CodePurpose;
  emailKey: string;
  /** null for an address nobody has an account with */
  personId: string | null;
}

const newestFirst = [{ createdAt: "desc" as const }, { id: "desc" as const }];

const redeemedSelect = { id: true, purpose: true, emailKey: true, personId: true } as const;

export interface TypedCode {
  purposes: CodePurpose[];
  emailKey: string;
  code: string;
  /** of the browser it is typed in, as in `issueCode` */
  askedBy?: string | null;
}

/**
 * Uses up one of the open codes of an address for these purposes; the others end with it. Null for wrong, void, used, expired and
 * never made alike: a difference would tell whether the address is known. A wrong try counts for each of them, also when many come
 * at once: as one of the browser that asked it, or as one from elsewhere.
 */
export async function redeemCode(tx: Tx, typed: TypedCode, now: Date): Promise<RedeemedCode | null> {
  const { purposes, emailKey, code, askedBy = null } = typed;
  for (const row of await openCodes(tx, typed, now)) {
    const open = { id: row.id, usedAt: null, expiresAt: { gt: now } };
    const counted =
      askedBy !== null && row.askedBy === askedBy
        ? await tx.mailCode.updateMany({
            where: { ...open, attempts: { lt: CODE_TRIES } },
            data: { attempts: { increment: 1 } },
          })
        : await tx.mailCode.updateMany({
            where: { ...open, attemptsElsewhere: { lt: CODE_TRIES } },
            data: { attemptsElsewhere: { increment: 1 } },
          });
    if (counted.count === 0 || !sameSecret(row.codeHash, hashCode(row.purpose, emailKey, code))) continue;
    const used = await tx.mailCode.updateMany({ where: open, data: { usedAt: now } });
    if (used.count === 0) return null;
    await voidCodes(tx, emailKey, now, purposes);
    return redeemed(row);
  }
  return null;
}

/** All that this browser asked, and the newest that others did; in one order everywhere, so that no two tries wait for each other. */
async function openCodes(tx: Tx, { purposes, emailKey, askedBy = null }: TypedCode, now: Date) {
  const open = { emailKey, purpose: { in: purposes }, usedAt: null, expiresAt: { gt: now } };
  const select = { ...redeemedSelect, askedBy: true, codeHash: true } as const;
  const own = askedBy === null ? [] : await tx.mailCode.findMany({ where: { ...open, askedBy }, select });
  const others = await tx.mailCode.findMany({
    where: { ...open, OR: [{ askedBy: null }, { askedBy: { not: askedBy } }] },
    orderBy: newestFirst,
    take: OTHERS_COMPARED,
    select,
  });
  return [...own, ...others].sort((left, right) => (left.id < right.id ? 1 : -1));
}

/** What an unused link is for, without using it: a mail scanner opens links too. */
export async function readLink(tx: Tx, token: string, now: Date): Promise<RedeemedCode | null> {
  const row = await tx.mailCode.findFirst({
    where: { linkHash: sha256(token), usedAt: null, expiresAt: { gt: now } },
    select: redeemedSelect,
  });
  return row && redeemed(row);
}

/** Uses up a link made for this purpose; the other open ones of that purpose and address end with it. */
export async function redeemLink(tx: Tx, token: string, purpose: CodePurpose, now: Date): Promise<RedeemedCode | null> {
  const link = await readLink(tx, token, now);
  if (link?.purpose !== purpose) return null;
  const used = await tx.mailCode.updateMany({
    where: { linkHash: sha256(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (used.count === 0) return null;
  await voidCodes(tx, link.emailKey, now, [purpose]);
  return link;
}

const redeemed = (row: { purpose: string; emailKey: string; personId: string | null }): RedeemedCode => ({
  // Written by issueCode alone.
  purpose: row.purpose as CodePurpose,
  emailKey: row.emailKey,
  personId: row.personId,
});
