import { createHash, timingSafeEqual } from "node:crypto";
import type { Request } from "express";

/** Whether the request carries the accepted secret key, as a bearer token or as the user name of basic authentication. */
export function hasKey(request: Request, apiKey: string): boolean {
  const [scheme = "", value = ""] = (request.get("authorization") ?? "").split(" ");
  const given = /^basic$/i.test(scheme) ? (Buffer.from(value, "base64").toString().split(":")[0] ?? "") : value;
  return timingSafeEqual(digest(given), digest(apiKey));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
