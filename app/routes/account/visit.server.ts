import { redirect } from "@remix-run/node";

/**
 * The loader of a verb's URL: who merely visits it is led to its page. After a refused post without JavaScript the router calls
 * the same loader, as a GET with the headers of the post; then the form must stay. (With JavaScript the route's clientLoader
 * answers instead.)
 */
export function leadToPage(request: Request, page: string): null {
  if (request.headers.has("Content-Type")) return null;
  throw redirect(page, 303);
}
