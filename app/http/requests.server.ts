import type { Request, RequestHandler, Response } from "express";

/** The longest text a learner may save, urlencoded at its worst, with room to spare. */
const FORM_BYTES = 256 * 1024;
const HOOK_BYTES = 1024 * 1024;

/** Bodies are read whole, so their size is settled before a byte of them is: declared, and small. */
export const refuseLargeBodies: RequestHandler = (request, response, next) => {
  if (request.headers["transfer-encoding"] !== undefined) return refuse(response, 411, "Length Required");
  const length = Number(request.headers["content-length"] ?? 0);
  const limit = request.path.startsWith("/hooks/") ? HOOK_BYTES : FORM_BYTES;
  if (length > limit) return refuse(response, 413, "Content Too Large");
  next();
};

function refuse(response: Response, status: number, reason: string): void {
  // Closed, so that nobody goes on sending what is not read.
  response.status(status).set("Connection", "close").type("text").send(`${reason}\n`);
}

const loopbackAddress = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const loopbackHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * True for someone at this machine: the socket comes from it, the address bar names it, and no proxy or tunnel stood between.
 */
export function fromThisMachine(request: Request): boolean {
  const { headers } = request;
  const forwarded = headers["x-forwarded-for"] ?? headers.forwarded ?? headers.via ?? headers["x-forwarded-host"];
  return forwarded === undefined && loopbackAddress.test(request.socket.remoteAddress ?? "") && loopbackHost.test(headers.host ?? "");
}
