import { DAY } from "#app/platform/clock.ts";
import { deriveKey, seal, sha256, unseal } from "#app/platform/crypto.server.ts";
import { secretToken } from "#app/platform/ids.ts";
import { emailKeyOf } from "./email-key.ts";
import { secretKey } from "./secret-key.server.ts";

/**
 * The address somebody is proving, kept by their own browser in sealed form, with what they typed at sign-up.
 *
 * The password waits here and not in the person's record: whoever signs up with another's address would otherwise have a
 * password on the account as soon as that other person opens the letter.
 */
export interface PendingAddress {
  email: string;
  /** tells this browser from any other that asks a code for the same address */
  browser: string;
  signUp?: { name: string; passwordHash: string };
}

const CONTEXT = "pending address";
const key = () => deriveKey(secretKey(), CONTEXT);

/** Good for a day, the life of the longest code. What `before` holds says which browser this is; without it, it is a new one. */
export function sealPending({ email, signUp }: Pick<PendingAddress, "email" | "signUp">, before: PendingAddress | null, now: Date): string {
  // A value sealed by an earlier version tells no browser.
  const browser = before?.browser ?? secretToken();
  return seal(key(), Buffer.from(JSON.stringify({ email, browser, signUp, until: now.getTime() + DAY })), CONTEXT).toString("base64url");
}

/** The pending address behind a sealed value; null when there is none, it is too old, or it was not sealed here. */
export function openPending(sealed: string | null | undefined, now: Date): PendingAddress | null {
  if (!sealed) return null;
  try {
    const { until, ...pending } = JSON.parse(unseal(key(), Buffer.from(sealed, "base64url"), CONTEXT).toString()) as PendingAddress & {
      until: number;
    };
    return until > now.getTime() ? pending : null;
  } catch {
    return null;
  }
}

/** The pending address after asking for a code: the sign-up of the same address is kept. */
export function pendingFor(email: string, sealed: string | null | undefined, now: Date): string {
  const before = openPending(sealed, now);
  return sealPending({ email, signUp: before && emailKeyOf(before.email) === emailKeyOf(email) ? before.signUp : undefined }, before, now);
}

/** What a code is kept with to know the browser that asked it; null for a browser that keeps nothing. */
export function askedByOf(sealed: string | null | undefined, now: Date): string | null {
  const browser = openPending(sealed, now)?.browser;
  return browser ? sha256(browser) : null;
}

/** Which browser this is, when it is proving this address; otherwise null. */
export function browserProving(sealed: string | null | undefined, email: string, now: Date): string | null {
  const pending = openPending(sealed, now);
  return pending && emailKeyOf(pending.email) === emailKeyOf(email) ? (pending.browser ?? null) : null;
}
