import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";
import { type RequestContext, readContext } from "./context.server.ts";
import { live, ready } from "./health.server.ts";
import { lateFormPage } from "./late-form.server.ts";
import { lessonMedia, lessonMediaPath, previewMedia, previewMediaPath } from "./lesson-media.server.ts";
import { withLocale } from "./locale.server.ts";
import { refuseLargeBodies } from "./requests.server.ts";
import { refuseForeignWrites, securityHeaders } from "./security.server.ts";
import type { StartOptions } from "./start.server.ts";
import { staticFiles } from "./static-files.server.ts";

/** Everything between the socket and the routes. */
export function createApp(options: StartOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  // Only as many hops as the operator vouches for: what stands further left in the header the client wrote itself.
  app.set("trust proxy", env().proxyHops);
  app.get("/healthz", live);
  app.get("/readyz", ready);
  app.use(securityHeaders);
  if (options.middleware) app.use(options.middleware);
  if (options.clientFolder) app.use(staticFiles(options.clientFolder));
  app.get(lessonMediaPath, lessonMedia);
  app.get(previewMediaPath, previewMedia);
  app.use(refuseForeignWrites);
  app.use(refuseLargeBodies);
  // A proxy compresses better and on another core; without one a slow phone line still needs it.
  if (env().proxyHops === 0) app.use(compression({ threshold: 1024 }), withoutFlushing);
  const remix = createRequestHandler({
    build: options.build,
    mode: "production",
    getLoadContext: (_request, response) => response.locals.context as RequestContext,
  });
  app.all("*", (request, response, next) => {
    readContext(request)
      .then((context) => {
        response.locals.context = context;
        settleHeadersLast(response, context.renewedCookie);
        const late = lateFormPage(request, context.viewer);
        if (late) return response.redirect(307, late);
        atOwnAddress(request);
        return withLocale(context.locale, () => remix(request, response, next));
      })
      .catch(next);
  });
  app.use(lastResort);
  return app;
}

/**
 * The site has one address, and whether a form came from it is settled (`refuseForeignWrites`). Remix compares the host as well: it
 * would refuse every form behind a proxy that does not pass the host on, and break on what is no host at all.
 */
function atOwnAddress(request: Request): void {
  delete request.headers["x-forwarded-host"];
  request.headers.host = new URL(env().origin).host;
}

/**
 * Remix flushes after every piece of a page. Nothing here is deferred, so all pieces come at once, and a flush after each would cost
 * the compressor more time than the page and some bytes too.
 */
function withoutFlushing(_request: Request, response: Response, next: NextFunction): void {
  Reflect.deleteProperty(response, "flush");
  next();
}

/**
 * What a person sees is theirs and of this moment, unless a route says otherwise; and what a route gives to everyone, for a proxy
 * to keep, never carries one person's session. Nor does a renewed session overwrite the one that a route just opened or closed.
 * Decided last: Remix appends headers.
 */
export function settleHeadersLast(
  response: Pick<Response, "writeHead" | "getHeader" | "setHeader" | "appendHeader">,
  renewedCookie: string | null,
): void {
  const { writeHead } = response;
  response.writeHead = (...given: unknown[]) => {
    const kept = response.getHeader("Cache-Control");
    if (kept === undefined) response.setHeader("Cache-Control", "no-store");
    if (renewedCookie && !String(kept ?? "").includes("public") && !setsCookie(response, nameIn(renewedCookie)))
      response.appendHeader("Set-Cookie", renewedCookie);
    return Reflect.apply(writeHead, response, given);
  };
}

const nameIn = (cookie: string) => cookie.slice(0, cookie.indexOf("="));

function setsCookie(response: Pick<Response, "getHeader">, name: string): boolean {
  return [response.getHeader("Set-Cookie") ?? []].flat().some((cookie) => nameIn(String(cookie)) === name);
}

const malformed =
  '<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Dit adres klopt niet</title><p>Dit adres klopt niet. Kijk of je het helemaal hebt overgenomen.</p><p lang="en">This address is not right. See whether you copied all of it.</p></html>';

/** When not even an error page can be made, most often because the database is away. */
function lastResort(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  if (error instanceof URIError || (error instanceof Error && "status" in error && error.status === 400)) {
    response.status(400).type("html").send(malformed);
    return;
  }
  log.error("http", { error });
  response
    .status(503)
    .set("Retry-After", "10")
    .type("html")
    .send(
      '<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Even geduld</title><p>De site is even niet bereikbaar. Wat je al had opgeslagen, is bewaard. Probeer het over een minuut opnieuw.</p><p lang="en">The site cannot be reached for a moment. What you had saved is kept. Try again in a minute.</p></html>',
    );
}
