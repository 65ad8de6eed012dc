import { openPending } from "#app/features/accounts/pending-address.server.ts";
import { env } from "#app/platform/env.server.ts";

/** The cookie in which a browser keeps, sealed, the address it is proving. */
const cookieName = () => (env().secureCookies ? "__Host-kring-pending" : "kring-pending");
const attributes = () => `Path=/; HttpOnly; SameSite=Lax${env().secureCookies ? "; Secure" : ""}`;

/** The sealed value this browser sent, or null. */
export function pendingIn(request: Request): string | null {
  const pairs = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim());
  const start = `${cookieName()}=`;
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) || null;
}

/** The address this browser is proving, or empty. */
export function pendingEmail(request: Request, now: Date): string {
  return openPending(pendingIn(request), now)?.email ?? "";
}

export function keepPending(sealed: string): string {
  return `${cookieName()}=${sealed}; Max-Age=86400; ${attributes()}`;
}

export function clearPending(): string {
  return `${cookieName()}=; Max-Age=0; ${attributes()}`;
}
