import { createHmac, randomBytes } from "node:crypto";

/**
 * The `stripe-signature` header for a body. `t` is real time plus `skewSeconds`, fresh for every attempt, whatever the
 * sandbox's clock says. The `v0` is a decoy: a receiver that accepts it is broken.
 */
export function signature(secret: string, body: string, skewSeconds: number): string {
  const t = Math.floor(Date.now() / 1000) + skewSeconds;
  const v1 = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
  return `t=${t},v1=${v1},v0=${randomBytes(32).toString("hex")}`;
}
