import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { emailKeyOf } from "./email-key.ts";
import { type CodePurpose, redeemCode } from "./mail-codes.server.ts";
import { type Busy, verifyPassword } from "./passwords.server.ts";
import { askedByOf, openPending } from "./pending-address.server.ts";
import { settleProof } from "./proven-address.server.ts";
import { noteRefusedSignIn } from "./sign-in-refused.server.ts";

export type SignInResult = { ok: true; personId: string } | { ok: false; reason: "wrong" };

/**
 * Address and password. One answer for an unknown address, no password and a wrong one, after the same work: one look-up, one
 * hash, one note.
 */
export async function signInWithPassword(
  { email, password }: { email: string; password: string },
  now: Date,
): Promise<SignInResult | Busy> {
  const emailKey = emailKeyOf(email);
  const person = await db.person.findUnique({ where: { emailKey }, select: { id: true, passwordHash: true } });
  const verified = await verifyPassword(person?.passwordHash, password);
  if (!verified.ok) return verified;
  if (!person || !verified.fits) {
    await noteRefusedSignIn(db, { emailKey, by: "password" }, now);
    return { ok: false, reason: "wrong" };
  }
  await recordAudit(db, {
    actor: { kind: "person", id: person.id },
    action: "accounts.signed-in",
    subject: { kind: "person", id: person.id },
    data: { by: "password" },
    now,
  });
  return { ok: true, personId: person.id };
}

interface CodeSignIn {
  email: string;
  /** six digits, as typed */
  code: string;
  /** the sealed value kept by this browser, if any */
  pending: string | null;
}

/** The code of a sign-in letter. It proves the address too. */
export function signInWithCode(given: CodeSignIn, now: Date): Promise<SignInResult> {
  return signInByCode(["sign-in"], given, now);
}

/**
 * The code asked for after sign-up. Whoever turned out to have an account already was sent a sign-in code, so either
 * kind is what this takes: both prove the address and open a session.
 */
export function verifyAddress(given: CodeSignIn, now: Date): Promise<SignInResult> {
  return signInByCode(["verify-email", "sign-in"], given, now);
}

async function signInByCode(purposes: CodePurpose[], { email, code, pending }: CodeSignIn, now: Date): Promise<SignInResult> {
  const emailKey = emailKeyOf(email);
  return db.$transaction(async (tx) => {
    const redeemed = await redeemCode(tx, { purposes, emailKey, code, askedBy: askedByOf(pending, now) }, now);
    const personId = redeemed && (await settleProof(tx, redeemed, { pending: openPending(pending, now), by: "code" }, now));
    if (personId) return { ok: true, personId };
    await noteRefusedSignIn(tx, { emailKey, by: "code" }, now);
    return { ok: false, reason: "wrong" };
  });
}
