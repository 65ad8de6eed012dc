import { isIPv6 } from "node:net";
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

/**
 * Whom an address counts as: itself, or of IPv6 the first half. One line at home gets all addresses that share it, and could
 * otherwise be another client at every knock.
 */
export function clientOf(address: string): string {
  // Some proxies name the port too, which is another one for each connection.
  const bare = address.replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, "$1$3").replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(bare)) return bare;
  // The URL parser writes each address in one way only; `::` stands for the groups that are nought.
  const [before = "", after] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const groups = (part = "") => part.split(":").filter(Boolean);
  const noughts = after === undefined ? [] : Array.from({ length: 8 - groups(before).length - groups(after).length }, () => "0");
  return `${[...groups(before), ...noughts, ...groups(after)].slice(0, 4).join(":")}::/64`;
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
