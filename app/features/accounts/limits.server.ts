import { createHmac } from "node:crypto";
import { deriveKey } from "#app/platform/crypto.server.ts";
import { type Limit, takeToken } from "#app/platform/rate-limit.server.ts";
import { emailKeyOf } from "./email-key.ts";
import { secretKey } from "./secret-key.server.ts";

const QUARTER = 900;
const HOUR = 3600;

/**
 * Per address: what one person may need. Per client: a team may sit behind one address of their employer and sign up in one
 * lesson, so that is wide.
 */
const limits = {
  "sign-in": { address: { count: 10, windowSeconds: QUARTER }, client: { count: 60, windowSeconds: QUARTER } },
  "sign-up": { address: { count: 5, windowSeconds: HOUR }, client: { count: 60, windowSeconds: HOUR } },
  "send-code": { address: { count: 5, windowSeconds: HOUR }, client: { count: 60, windowSeconds: HOUR } },
  "try-code": { address: { count: 15, windowSeconds: QUARTER }, client: { count: 60, windowSeconds: QUARTER } },
} as const satisfies Record<string, { address: Limit; client: Limit }>;

export type LimitKind = keyof typeof limits;

/** The table of counters must not become a list of who uses the site: keys are keyed hashes. */
const blind = (value: string) => createHmac("sha256", deriveKey(secretKey(), "rate limits")).update(value).digest("base64url").slice(0, 22);

/**
 * Counts one use of a door by an address and by a client.
 * @returns seconds to wait when either has knocked too often, otherwise null. Known and unknown addresses count alike.
 */
export async function takeTurn(
  kind: LimitKind,
  { email, clientAddress }: { email: string; clientAddress: string },
  now: Date,
): Promise<number | null> {
  const [address, client] = await Promise.all([
    takeToken(`accounts.${kind}:address:${blind(emailKeyOf(email))}`, limits[kind].address, now),
    takeToken(`accounts.${kind}:client:${blind(clientAddress)}`, limits[kind].client, now),
  ]);
  return address === null && client === null ? null : Math.max(address ?? 0, client ?? 0);
}
