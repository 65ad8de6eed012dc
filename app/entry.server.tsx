import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { contentSecurityPolicy } from "./http/security.server.ts";
import { log } from "./platform/log.server.ts";

export { start } from "./http/start.server.ts";

/** Nothing is deferred, so a page is whole long before this; a longer wait would only keep requests in memory. */
export const streamTimeout = 500;
const RENDER_LIMIT = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let shellReady = false;
    let code = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remix} url={request.url} nonce={context.nonce} />, {
      nonce: context.nonce,
      [isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady"]() {
        shellReady = true;
        const body = new PassThrough();
        // Left alone this timer would hold the request for as long as it runs.
        body.once("close", () => clearTimeout(timer));
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", contentSecurityPolicy(context.nonce));
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
        pipe(body);
      },
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error) {
        code = 500;
        if (shellReady) log.error("render", { error });
      },
    });
    const timer = setTimeout(() => abort(), RENDER_LIMIT);
  });
}

/** Links from letters carry a key; a log must not. */
const withoutSecrets = (path: string) => path.replace(/^(\/link|\/office\/claim)\/[^/.]+/, "$1/…");

export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error("request", { path: withoutSecrets(new URL(request.url).pathname), error });
}
