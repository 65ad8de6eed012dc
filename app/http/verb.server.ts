import { redirect } from "@remix-run/node";

/**
 * True while loaders run to render a refused form: Remix runs them as GET, with the POST's own headers.
 */
export function isAnswer(request: Request): boolean {
  return request.headers.has("Content-Type");
}

/**
 * The loader of a verb's URL: someone who comes here by address goes to the page. After a refused POST it lets the form be
 * shown: without JavaScript (isAnswer), and with it, when Remix fetches the newly shown route's data in the background.
 */
export function backToPage(request: Request, page: string): null {
  if (isAnswer(request) || request.headers.get("Sec-Fetch-Dest") === "empty") return null;
  throw redirect(page, 303);
}
