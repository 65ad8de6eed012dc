import type { Request, RequestHandler, Response } from "express";
import { env } from "#app/platform/env.server.ts";

/** The page where the buyer pays: forms may lead there. */
function checkoutOrigin(): string {
  const { payments } = env();
  return payments.kind === "sandbox" ? payments.origin : "https://checkout.stripe.com";
}

/** The policy of one document. Nothing from elsewhere, no inline script without this request's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    // Hot reload speaks over a socket; the built site has none.
    process.env.NODE_ENV === "production" ? "connect-src 'self'" : "connect-src 'self' ws://localhost:*",
    "manifest-src 'self'",
    // The sandbox's mailbox shows each letter in a frame; a live installation has none.
    ...(env().live ? [] : ["frame-src 'self'"]),
    `form-action 'self' ${checkoutOrigin()}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/**
 * The policy of a letter shown in the sandbox: in a frame of this site, its own style attributes and its logo, no scripts, and
 * nothing from elsewhere. A link in it opens a window of its own.
 */
export function letterSecurityPolicy(): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src ${env().origin} data:`,
    "sandbox allow-popups allow-popups-to-escape-sandbox",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Headers every answer carries. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // not no-referrer: without JavaScript a form would then post `Origin: null`
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  });
  if (env().secureCookies) response.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  next();
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write that another site sent. Browsers send Origin with every form post; what has none (curl, a script) must at
 * least not be a cross-site browser request. Webhooks are signed instead.
 */
export const refuseForeignWrites: RequestHandler = (request, response, next) => {
  if (safeMethods.has(request.method) || request.path.startsWith("/hooks/") || isOwn(request)) return next();
  refuse(response);
};

function isOwn(request: Request): boolean {
  const origin = request.headers.origin;
  if (origin !== undefined) return origin === env().origin;
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin";
}

/** It never holds what was sent: one press here would send another site's form as this one's. */
function refuse(response: Response): void {
  const { origin } = env();
  response
    .status(403)
    .set("Cache-Control", "no-store")
    .type("html")
    .send(
      `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Niet geaccepteerd</title><p>Dit formulier kwam van een ander adres dan deze site. Er is niets gewijzigd. Ga terug met je browser: wat je typte staat daar meestal nog. Kopieer het, open <a href="${origin}">${origin}</a> en probeer het daar opnieuw.</p><p lang="en">This form came from another address than this site. Nothing was changed. Go back in your browser: what you typed is usually still there. Copy it, open <a href="${origin}">${origin}</a> and try again there.</p></html>`,
    );
}
