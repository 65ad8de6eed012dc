import { createHmac } from "node:crypto";
import { DAY } from "#app/platform/clock.ts";
import { deriveKey, seal, unseal } from "#app/platform/crypto.server.ts";
import { secretToken } from "#app/platform/ids.ts";
import { emailKeyOf } from "./email-key.ts";
import { secretKey } from "./secret-key.server.ts";

/**
 * What a browser keeps, sealed, of the accounts that were opened in it. It opens nothing: it only gives this browser a count
 * of its own at the doors of those accounts, so that a stranger's tries elsewhere do not shut its owner out.
 */
interface KnownBrowser {
  id: string;
  /** keyed hashes of addresses, newest first */
  addresses: string[];
  until: number;
}

const CONTEXT = "known browser";
const ADDRESSES = 5;
/** How long a browser is remembered after the last sign-in. */
export const KNOWN_DAYS = 180;

const key = () => deriveKey(secretKey(), CONTEXT);
const blind = (email: string) =>
  createHmac("sha256", deriveKey(secretKey(), "known addresses")).update(emailKeyOf(email)).digest("base64url").slice(0, 22);

/** The sealed value for a browser in which this address just signed in, added to what it kept before. */
export function rememberAddress(sealed: string | null, email: string, now: Date): string {
  const before = openKnown(sealed, now);
  const address = blind(email);
  const known: KnownBrowser = {
    id: before?.id ?? secretToken(),
    addresses: [address, ...(before?.addresses.filter((other) => other !== address) ?? [])].slice(0, ADDRESSES),
    until: now.getTime() + KNOWN_DAYS * DAY,
  };
  return seal(key(), Buffer.from(JSON.stringify(known)), CONTEXT).toString("base64url");
}

/** Which browser this is, when this address signed in here before; otherwise null. */
export function browserKnowing(sealed: string | null, email: string, now: Date): string | null {
  const known = openKnown(sealed, now);
  return known?.addresses.includes(blind(email)) ? known.id : null;
}

function openKnown(sealed: string | null, now: Date): KnownBrowser | null {
  if (!sealed) return null;
  try {
    const known = JSON.parse(unseal(key(), Buffer.from(sealed, "base64url"), CONTEXT).toString()) as KnownBrowser;
    return known.until > now.getTime() ? known : null;
  } catch {
    return null;
  }
}
