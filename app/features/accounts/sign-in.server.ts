import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { addresseeSelect, type CodeRequest, issueUnsentCode, postCodeLetter } from "./code-letters.server.ts";
import { emailKeyOf } from "./email-key.ts";
import { type CodePurpose, redeemCode } from "./mail-codes.server.ts";
import { verifyPassword } from "./passwords.server.ts";
import { openPending } from "./pending-address.server.ts";
import { settleProof } from "./proven-address.server.ts";

export type SignInResult = { ok: true; personId: string } | { ok: false; reason: "wrong" };

/** Address and password. Costs one hash, whoever asks; one answer for an unknown address, no password and a wrong one. */
export async function signInWithPassword({ email, password }: { email: string; password: string }, now: Date): Promise<SignInResult> {
  const person = await db.person.findUnique({ where: { emailKey: emailKeyOf(email) }, select: { id: true, passwordHash: true } });
  const fits = await verifyPassword(person?.passwordHash, password);
  if (person) {
    await recordAudit(db, {
      actor: fits ? { kind: "person", id: person.id } : { kind: "system" },
      action: fits ? "accounts.signed-in" : "accounts.sign-in-refused",
      subject: { kind: "person", id: person.id },
      data: { by: "password" },
      now,
    });
  }
  return person && fits ? { ok: true, personId: person.id } : { ok: false, reason: "wrong" };
}

/** Posts a sign-in code to an address that has an account; to any other nothing, and says neither. */
export async function requestSignInCode(request: CodeRequest, now: Date): Promise<void> {
  const emailKey = emailKeyOf(request.email);
  await db.$transaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { emailKey }, select: addresseeSelect });
    if (person) await postCodeLetter(tx, "sign-in", person, request, now);
    else await issueUnsentCode(tx, "sign-in", emailKey, now);
  });
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
 * The code asked for after sign-up. Whoever turned out to have an account already was sent a sign-in code, so the newest of
 * either kind is what this takes: both prove the address and open a session.
 */
export function verifyAddress(given: CodeSignIn, now: Date): Promise<SignInResult> {
  return signInByCode(["verify-email", "sign-in"], given, now);
}

async function signInByCode(purposes: CodePurpose[], { email, code, pending }: CodeSignIn, now: Date): Promise<SignInResult> {
  const emailKey = emailKeyOf(email);
  return db.$transaction(async (tx) => {
    const redeemed = await redeemCode(tx, { purposes, emailKey, code }, now);
    const personId = redeemed && (await settleProof(tx, redeemed, { pending: openPending(pending, now), by: "code" }, now));
    if (personId) return { ok: true, personId };
    const known = await tx.person.findUnique({ where: { emailKey }, select: { id: true } });
    if (known)
      await recordAudit(tx, {
        actor: { kind: "system" },
        action: "accounts.sign-in-refused",
        subject: { kind: "person", id: known.id },
        data: { by: "code" },
        now,
      });
    return { ok: false, reason: "wrong" };
  });
}
