import { KNOWN_DAYS, rememberAddress } from "#app/features/accounts/known-browser.server.ts";
import { env } from "#app/platform/env.server.ts";
import { cookieIn } from "./cookies.server.ts";

/** The cookie in which a browser keeps, sealed, which accounts were opened in it. It stays after signing out. */
const cookieName = () => (env().secureCookies ? "__Host-kring-known" : "kring-known");

/** The sealed value this browser sent, or null. */
export function knownIn(request: Request): string | null {
  return cookieIn(request, cookieName());
}

/** The Set-Cookie value for a browser in which this address just signed in. */
export function keepKnown(request: Request, email: string, now: Date): string {
  const sealed = rememberAddress(knownIn(request), email, now);
  return `${cookieName()}=${sealed}; Max-Age=${KNOWN_DAYS * 86_400}; Path=/; HttpOnly; SameSite=Lax${env().secureCookies ? "; Secure" : ""}`;
}
