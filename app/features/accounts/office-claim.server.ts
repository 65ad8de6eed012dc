import { paths } from "#app/paths.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { emailKeyOf } from "./email-key.ts";
import { issueCode, readLink, redeemLink, voidCodes } from "./mail-codes.server.ts";
import { type PasswordProblem, passwordProblem } from "./password-rule.ts";
import { type Busy, hashPassword } from "./passwords.server.ts";
import { endAllSessions } from "./sessions.server.ts";

/** The link belongs to no address: whoever reads the terminal of the server may use it. */
const NO_ADDRESS = "";

async function officeExists(tx: Tx): Promise<boolean> {
  return (await tx.person.count({ where: { role: "office" }, take: 1 })) > 0;
}

/**
 * A one-time link to make the first office account, good for a day; the link before it stops working. Null when there is an
 * office account already.
 * @returns a path on this site
 */
export async function createOfficeLink(now: Date): Promise<string | null> {
  return db.$transaction(async (tx) => {
    if (await officeExists(tx)) return null;
    const { token } = await issueCode(tx, { purpose: "claim-office", emailKey: NO_ADDRESS, personId: null }, now);
    return `${paths.office()}/claim/${token}`;
  });
}

/** Whether a link would make an office account now. Uses nothing up. */
export async function officeLinkWorks(token: string, now: Date): Promise<boolean> {
  const link = await readLink(db, token, now);
  return link?.purpose === "claim-office" && !(await officeExists(db));
}

export type ClaimResult = { ok: true; personId: string } | { ok: false; reason: PasswordProblem | "link-ended" } | Busy;

/** Makes the first office account. An existing account of this address becomes it, with the new password and no old sessions. */
export async function claimOffice(
  given: { token: string; name: string; email: string; password: string; locale: string },
  now: Date,
): Promise<ClaimResult> {
  const problem = passwordProblem(given.password, given);
  if (problem) return { ok: false, reason: problem };
  const hashed = await hashPassword(given.password);
  if (!hashed.ok) return hashed;
  const { passwordHash } = hashed;
  return db.$transaction(async (tx) => {
    const redeemed = await redeemLink(tx, given.token, "claim-office", now);
    if (!redeemed || (await officeExists(tx))) return { ok: false, reason: "link-ended" };
    const emailKey = emailKeyOf(given.email);
    const account = { name: given.name, email: given.email.trim(), role: "office", passwordHash, emailVerifiedAt: now };
    const { id } = await tx.person.upsert({
      where: { emailKey },
      create: { ...account, emailKey, locale: given.locale, createdAt: now },
      update: account,
      select: { id: true },
    });
    await endAllSessions(tx, id);
    await voidCodes(tx, emailKey, now);
    await recordAudit(tx, { actor: { kind: "office", id }, action: "accounts.office-claimed", subject: { kind: "person", id }, now });
    return { ok: true, personId: id };
  });
}
