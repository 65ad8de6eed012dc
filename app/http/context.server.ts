import { randomBytes } from "node:crypto";
import type { Request as ExpressRequest } from "express";
import { readSession, type Viewer } from "#app/features/accounts/sessions.server.ts";
import { env } from "#app/platform/env.server.ts";
import { chooseLocale, type Locale } from "./locale.server.ts";
import { clientOf, fromThisMachine } from "./requests.server.ts";

/** What one request knows, found once and shared by all its loaders. */
export interface RequestContext extends Record<string, unknown> {
  nonce: string;
  locale: Locale;
  viewer: Viewer | null;
  sessionPublicId: string | null;
  renewedCookie: string | null;
  /** for rate limits only; never stored or logged */
  clientAddress: string;
  /** the visitor sits at this very machine: may see the sandbox's mailbox */
  local: boolean;
  now: Date;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
}

export async function readContext(request: ExpressRequest): Promise<RequestContext> {
  const cookies = request.headers.cookie ?? null;
  const session = await readSession(cookies);
  return {
    nonce: randomBytes(16).toString("base64"),
    locale: chooseLocale(session?.viewer.locale, cookies, request.headers["accept-language"] ?? null),
    viewer: session?.viewer ?? null,
    sessionPublicId: session?.publicId ?? null,
    renewedCookie: session?.renewedCookie ?? null,
    clientAddress: clientOf((env().proxyHops > 0 ? request.ip : request.socket.remoteAddress) ?? ""),
    local: fromThisMachine(request),
    now: new Date(),
  };
}
