import type { NextFunction, Request, Response } from "express";

const LOCAL_ADDRESS = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const LOCAL_NAME = /^(localhost|[a-z0-9-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Lets only this machine in. A request that came through a proxy also arrives from loopback, so forwarded requests are
 * refused; a foreign Host (DNS rebinding) or a form sent by another site is refused too.
 */
export function onlyLoopback(request: Request, response: Response, next: NextFunction): void {
  const local = LOCAL_ADDRESS.test(request.socket.remoteAddress ?? "") && LOCAL_NAME.test(request.get("host") ?? "");
  const forwarded = request.get("x-forwarded-for") ?? request.get("forwarded") ?? request.get("via");
  const origin = request.get("origin");
  const foreign = origin !== undefined && origin !== `http://${request.get("host")}`;
  if (local && !forwarded && !foreign) next();
  else response.status(403).json({ error: { type: "invalid_request_error", message: "The panel only answers this machine." } });
}
