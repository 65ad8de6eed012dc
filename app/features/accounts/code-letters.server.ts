import { paths } from "#app/paths.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { Signature } from "#app/platform/mail/letter.ts";
import { postLetter } from "#app/platform/mail/outbox.server.ts";
import { type CodeLetterKind, codeLetter, type LetterLocale, letterLocale } from "./letters.ts";
import { type CodePurpose, issueCode } from "./mail-codes.server.ts";

/** What a request for a letter with a code brings along. */
export interface CodeRequest {
  email: string;
  /** a path on this site to go on to afterwards */
  next?: string;
  /** the browser that asked (`askedByOf`), where one is known */
  askedBy?: string | null;
  signature: Signature;
}

export interface Addressee {
  id: string;
  name: string;
  email: string;
  emailKey: string;
  locale: string;
  emailVerifiedAt: Date | null;
}

export const addresseeSelect = { id: true, name: true, email: true, emailKey: true, locale: true, emailVerifiedAt: true } as const;

/** The page with a button behind a mailed link. */
function linkUrl(token: string, next: string | undefined): string {
  const url = new URL(paths.mailLink(token), env().origin);
  if (next) url.searchParams.set("next", next);
  return url.href;
}

const purposeOf: Record<CodeLetterKind, CodePurpose> = {
  "verify-email": "verify-email",
  "sign-in": "sign-in",
  "reset-password": "reset-password",
  "already-registered": "sign-in",
};

/** Makes a code and posts the letter with it, in the person's language. */
export async function postCodeLetter(
  tx: Tx,
  kind: CodeLetterKind,
  person: Addressee,
  { next, askedBy, signature }: CodeRequest,
  now: Date,
): Promise<void> {
  const purpose = purposeOf[kind];
  const { id, code, token } = await issueCode(tx, { purpose, emailKey: person.emailKey, personId: person.id, askedBy }, now);
  const locale: LetterLocale = letterLocale(person.locale);
  const name = person.emailVerifiedAt ? person.name : null;
  const letter = codeLetter(kind, { name, code, url: linkUrl(token, next), signature, locale });
  await postLetter(tx, { key: `accounts.${kind}:${id}`, kind: `accounts.${kind}`, personId: person.id, to: person.email, letter });
}

/** For an address nobody has an account with: a code that nobody receives, so that every later step behaves the same. */
export async function issueUnsentCode(
  tx: Tx,
  purpose: CodePurpose,
  { emailKey, askedBy }: { emailKey: string; askedBy?: string | null },
  now: Date,
): Promise<void> {
  await issueCode(tx, { purpose, emailKey, personId: null, askedBy }, now);
}
