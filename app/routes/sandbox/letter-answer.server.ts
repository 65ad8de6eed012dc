import { letterSecurityPolicy } from "#app/http/security.server.ts";

/** A letter as the whole of an answer, fenced in: for a frame, or for a window of its own. */
export function letterAnswer(html: string): Response {
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": letterSecurityPolicy(),
      "Cache-Control": "no-store",
    },
  });
}
