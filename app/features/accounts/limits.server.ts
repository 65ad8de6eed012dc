import { createHmac } from "node:crypto";
import { deriveKey } from "#app/platform/crypto.server.ts";
import { type Limit, takeToken } from "#app/platform/rate-limit.server.ts";
import { emailKeyOf } from "./email-key.ts";
import { browserKnowing } from "./known-browser.server.ts";
import { browserProving } from "./pending-address.server.ts";
import { secretKey } from "./secret-key.server.ts";

const QUARTER = 900;
const HOUR = 3600;

/**
 * How many letters with a code may go to one address, by signing up and by asking together. What a guesser can do with so many
 * codes is reckoned at `CODE_TRIES`.
 */
const letters: Limit = { count: 8, windowSeconds: HOUR };

/**
 * Per address and client together: what one person may need. Per address alone it is wider, or a stranger could shut the owner
 * out from elsewhere. Per client: a team may sit behind one address of their employer and sign up in one lesson, so that is wide.
 */
const limits = {
  "sign-in": {
    pair: { count: 10, windowSeconds: QUARTER },
    address: { count: 50, windowSeconds: QUARTER },
    client: { count: 60, windowSeconds: QUARTER },
  },
  "sign-up": {
    pair: { count: 5, windowSeconds: HOUR },
    address: letters,
    client: { count: 60, windowSeconds: HOUR },
  },
  "send-code": {
    pair: { count: 5, windowSeconds: HOUR },
    address: letters,
    client: { count: 60, windowSeconds: HOUR },
  },
  "try-code": {
    pair: { count: 15, windowSeconds: QUARTER },
    address: { count: 50, windowSeconds: QUARTER },
    client: { count: 60, windowSeconds: QUARTER },
  },
} as const satisfies Record<string, { pair: Limit; address: Limit; client: Limit }>;

export type LimitKind = keyof typeof limits;

/** The table of counters must not become a list of who uses the site: keys are keyed hashes. */
const blind = (value: string) => createHmac("sha256", deriveKey(secretKey(), "rate limits")).update(value).digest("base64url").slice(0, 22);

export interface Visitor {
  email: string;
  clientAddress: string;
  /** the sealed value a browser keeps of the accounts that were opened in it, if any */
  knownBrowser?: string | null;
  /** the sealed value a browser keeps of the address it is proving, if any */
  pending?: string | null;
}

/**
 * Counts one use of a door. A browser in which this address signed in before has a count of its own, and so has the browser that
 * asked a code, for typing it; any other counts by address and client together, by address, and by client.
 * @returns seconds to wait when there was too much knocking, otherwise null. Known and unknown addresses count alike.
 */
export async function takeTurn(
  kind: LimitKind,
  { email, clientAddress, knownBrowser = null, pending = null }: Visitor,
  now: Date,
): Promise<number | null> {
  const { pair, address, client } = limits[kind];
  const emailKey = emailKeyOf(email);
  const take = (what: string, value: string, limit: Limit) => takeToken(`accounts.${kind}:${what}:${blind(value)}`, limit, now);
  const browser = browserKnowing(knownBrowser, email, now) ?? (kind === "try-code" ? browserProving(pending, email, now) : null);
  if (browser) return take("browser", `${browser}\0${emailKey}`, pair);
  // The narrowest first: tries that are turned away there do not use up what others share.
  const tooClose = await take("pair", `${clientAddress}\0${emailKey}`, pair);
  if (tooClose !== null) return tooClose;
  const [byAddress, byClient] = await Promise.all([
    // One count for both doors that send letters.
    address === letters ? takeToken(`accounts.letters:${blind(emailKey)}`, letters, now) : take("address", emailKey, address),
    take("client", clientAddress, client),
  ]);
  return byAddress === null && byClient === null ? null : Math.max(byAddress ?? 0, byClient ?? 0);
}
