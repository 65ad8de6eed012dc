import { paths } from "#app/paths.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { Signature } from "#app/platform/mail/letter.ts";
import { postLetter } from "#app/platform/mail/outbox.server.ts";
import { emailKeyOf } from "./email-key.ts";
import { letterLocale, passwordChangedLetter } from "./letters.ts";
import { redeemCode, voidCodes } from "./mail-codes.server.ts";
import { type PasswordProblem, passwordProblem } from "./password-rule.ts";
import { type Busy, hashPassword, verifyPassword } from "./passwords.server.ts";
import { askedByOf } from "./pending-address.server.ts";
import { settleProof } from "./proven-address.server.ts";
import { endAllSessions } from "./sessions.server.ts";

export type ResetResult = { ok: true; personId: string } | { ok: false; reason: PasswordProblem | "wrong" } | Busy;

/** A new password on proof of the code from the letter. Ends every session; the caller may open a new one. */
export async function resetPasswordWithCode(
  given: {
    email: string;
    code: string;
    newPassword: string;
    /** the sealed value kept by this browser, if any */
    pending: string | null;
    signature: Signature;
  },
  now: Date,
): Promise<ResetResult> {
  const problem = passwordProblem(given.newPassword, given);
  if (problem) return { ok: false, reason: problem };
  // Before the transaction, and also when the code turns out to be wrong: the turn at hashing may take a while.
  const hashed = await hashPassword(given.newPassword);
  if (!hashed.ok) return hashed;
  const { passwordHash } = hashed;
  return db.$transaction(async (tx) => {
    const typed = { purposes: ["reset-password" as const], emailKey: emailKeyOf(given.email), code: given.code };
    const redeemed = await redeemCode(tx, { ...typed, askedBy: askedByOf(given.pending, now) }, now);
    const personId = redeemed && (await settleProof(tx, redeemed, { pending: null, passwordHash, by: "code" }, now));
    if (!personId) return { ok: false, reason: "wrong" };
    await passwordWasReset(tx, personId, given.signature, now);
    return { ok: true, personId };
  });
}

/** What follows every reset: other devices out, open codes void, a letter that says so. */
export async function passwordWasReset(tx: Tx, personId: string, signature: Signature, now: Date): Promise<void> {
  await endAllSessions(tx, personId);
  await tellPasswordChanged(tx, personId, signature, "accounts.password-reset", now);
}

export type ChangeResult = { ok: true } | { ok: false; reason: PasswordProblem | "wrong" } | Busy;

/** A new password on proof of the present one. Ends the person's sessions on other devices. */
export async function changePassword(
  given: { personId: string; password: string; newPassword: string; sessionPublicId: string; signature: Signature },
  now: Date,
): Promise<ChangeResult> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: given.personId },
    select: { name: true, email: true, passwordHash: true },
  });
  const problem = passwordProblem(given.newPassword, person);
  if (problem) return { ok: false, reason: problem };
  const verified = await verifyPassword(person.passwordHash, given.password);
  if (!verified.ok) return verified;
  if (!verified.fits) return { ok: false, reason: "wrong" };
  const hashed = await hashPassword(given.newPassword);
  if (!hashed.ok) return hashed;
  const { passwordHash } = hashed;
  return db.$transaction(async (tx) => {
    // The hash just checked is in the condition: of two changes at once the second must prove the new password.
    const { count } = await tx.person.updateMany({
      where: { id: given.personId, passwordHash: person.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) return { ok: false, reason: "wrong" };
    await endAllSessions(tx, given.personId, given.sessionPublicId);
    await tellPasswordChanged(tx, given.personId, given.signature, "accounts.password-changed", now);
    return { ok: true };
  });
}

async function tellPasswordChanged(tx: Tx, personId: string, signature: Signature, action: string, now: Date): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, email: true, emailKey: true, locale: true },
  });
  await voidCodes(tx, person.emailKey, now);
  const url = new URL(paths.resetPassword(), env().origin).href;
  const letter = passwordChangedLetter({ name: person.name, url, signature, locale: letterLocale(person.locale) });
  await postLetter(tx, {
    key: `accounts.password-changed:${personId}:${now.getTime()}`,
    kind: "accounts.password-changed",
    personId,
    to: person.email,
    letter,
  });
  await recordAudit(tx, { actor: { kind: "person", id: personId }, action, subject: { kind: "person", id: personId }, now });
}
