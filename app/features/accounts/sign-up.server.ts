import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { type Addressee, addresseeSelect, type CodeRequest, postCodeLetter } from "./code-letters.server.ts";
import { emailKeyOf } from "./email-key.ts";
import { type PasswordProblem, passwordProblem } from "./password-rule.ts";
import { type Busy, hashPassword } from "./passwords.server.ts";
import { askedByOf, openPending, sealPending } from "./pending-address.server.ts";

export interface SignUp extends CodeRequest {
  name: string;
  password: string;
  locale: string;
  /** the sealed value kept by this browser, if any */
  pending?: string | null;
}

export type SignUpResult =
  | { ok: true /** for the browser to keep until the code is typed */; pending: string }
  | { ok: false; reason: PasswordProblem }
  | Busy;

/**
 * Starts an account: a person without password whose address is yet to be proven, and a letter with a code. For a known
 * address nothing changes; its owner gets a letter that says so, with a code to sign in. The answer is the same, and no
 * session opens before the code is proven.
 */
export async function signUp(given: SignUp, now: Date): Promise<SignUpResult> {
  const problem = passwordProblem(given.password, given);
  if (problem) return { ok: false, reason: problem };
  const hashed = await hashPassword(given.password);
  if (!hashed.ok) return hashed;
  const { passwordHash } = hashed;
  const signingUp = { email: given.email, signUp: { name: given.name, passwordHash } };
  const pending = sealPending(signingUp, openPending(given.pending, now), now);
  const request = { ...given, askedBy: askedByOf(pending, now) };
  await db.$transaction(async (tx) => {
    const person = await personForSignUp(tx, given, now);
    await postCodeLetter(tx, person.emailVerifiedAt ? "already-registered" : "verify-email", person, request, now);
  });
  return { ok: true, pending };
}

/** Insert or return: two tabs, or a second try after a lost letter, make one person. */
async function personForSignUp(tx: Tx, { email, name, locale }: SignUp, now: Date): Promise<Addressee> {
  const emailKey = emailKeyOf(email);
  const [created] = await tx.person.createManyAndReturn({
    data: [{ email: email.trim(), emailKey, name, locale, createdAt: now }],
    skipDuplicates: true,
    select: addresseeSelect,
  });
  if (!created) return tx.person.findUniqueOrThrow({ where: { emailKey }, select: addresseeSelect });
  await recordAudit(tx, {
    actor: { kind: "person", id: created.id },
    action: "accounts.signed-up",
    subject: { kind: "person", id: created.id },
    now,
  });
  return created;
}
