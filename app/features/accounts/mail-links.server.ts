import { db } from "#app/platform/db.server.ts";
import type { Signature } from "#app/platform/mail/letter.ts";
import { passwordWasReset } from "./change-password.server.ts";
import { readLink, redeemLink } from "./mail-codes.server.ts";
import { type PasswordProblem, passwordProblem } from "./password-rule.ts";
import { type Busy, hashPassword } from "./passwords.server.ts";
import { openPending } from "./pending-address.server.ts";
import { settleProof, signUpOf } from "./proven-address.server.ts";

export interface MailLink {
  purpose: "verify-email" | "sign-in" | "reset-password";
  email: string;
  /** the page must ask for a new password: at a reset, and at a first proof away from the browser that signed up */
  asksPassword: boolean;
}

/** What a mailed link would do, without doing it. Null when it is unknown, used, too old or replaced by a newer one. */
export async function readMailLink(token: string, pending: string | null, now: Date): Promise<MailLink | null> {
  const link = await readLink(db, token, now);
  if (!link?.personId || link.purpose === "claim-office") return null;
  const person = await db.person.findUnique({
    where: { id: link.personId, emailKey: link.emailKey },
    select: { email: true, emailVerifiedAt: true },
  });
  if (!person) return null;
  const firstProofElsewhere = !person.emailVerifiedAt && !signUpOf(openPending(pending, now), link.emailKey);
  return {
    purpose: link.purpose,
    email: person.email,
    asksPassword: link.purpose === "reset-password" || (link.purpose === "verify-email" && firstProofElsewhere),
  };
}

export type FollowResult =
  | { ok: true; personId: string /** a new password replaced the one there was */; passwordChanged: boolean }
  | { ok: false; reason: PasswordProblem | "link-ended" }
  | Busy;

/** The button behind a mailed link: proves the address, and sets the password where the page asked for one. */
export async function followMailLink(
  given: { token: string; newPassword: string | null; pending: string | null; signature: Signature },
  now: Date,
): Promise<FollowResult> {
  const link = await readMailLink(given.token, given.pending, now);
  if (!link) return { ok: false, reason: "link-ended" };
  const newPassword = link.asksPassword ? (given.newPassword ?? "") : null;
  const problem = newPassword === null ? null : passwordProblem(newPassword, link);
  if (problem) return { ok: false, reason: problem };
  const hashed = newPassword === null ? null : await hashPassword(newPassword);
  if (hashed && !hashed.ok) return hashed;
  const passwordHash = hashed?.passwordHash;
  return db.$transaction(async (tx) => {
    const redeemed = await redeemLink(tx, given.token, link.purpose, now);
    const personId =
      redeemed && (await settleProof(tx, redeemed, { pending: openPending(given.pending, now), passwordHash, by: "link" }, now));
    if (!personId) return { ok: false, reason: "link-ended" };
    const passwordChanged = link.purpose === "reset-password";
    if (passwordChanged) await passwordWasReset(tx, personId, given.signature, now);
    return { ok: true, personId, passwordChanged };
  });
}
