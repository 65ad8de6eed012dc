import { DAY } from "#app/platform/clock.ts";
import { deriveKey, seal, unseal } from "#app/platform/crypto.server.ts";
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
  signUp?: { name: string; passwordHash: string };
}

const CONTEXT = "pending address";
const key = () => deriveKey(secretKey(), CONTEXT);

/** Good for a day, the life of the longest code. */
export function sealPending({ email, signUp }: PendingAddress, now: Date): string {
  return seal(key(), Buffer.from(JSON.stringify({ email, signUp, until: now.getTime() + DAY })), CONTEXT).toString("base64url");
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
  return sealPending({ email, signUp: before && emailKeyOf(before.email) === emailKeyOf(email) ? before.signUp : undefined }, now);
}
