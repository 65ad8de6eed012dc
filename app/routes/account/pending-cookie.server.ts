import { openPending } from "#app/features/accounts/pending-address.server.ts";
import { env } from "#app/platform/env.server.ts";
import { cookieIn } from "./cookies.server.ts";

/** The cookie in which a browser keeps, sealed, the address it is proving. */
const cookieName = () => (env().secureCookies ? "__Host-kring-pending" : "kring-pending");
const attributes = () => `Path=/; HttpOnly; SameSite=Lax${env().secureCookies ? "; Secure" : ""}`;

/** The sealed value this browser sent, or null. */
export function pendingIn(request: Request): string | null {
  return cookieIn(request, cookieName());
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
