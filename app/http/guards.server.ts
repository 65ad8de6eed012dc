import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { paths } from "#app/paths.ts";

/** The signed-in person, or a trip to the sign-in page that leads back here. */
export function requireViewer(context: AppLoadContext, request: Request): Viewer {
  if (context.viewer) return context.viewer;
  throw redirect(paths.login(returnTo(request)), 303);
}

/** The signed-in person with a verified address, or a trip to the page where it is verified. */
export function requireVerifiedViewer(context: AppLoadContext, request: Request): Viewer {
  const viewer = requireViewer(context, request);
  if (viewer.emailVerified) return viewer;
  throw redirect(paths.verifyEmail(returnTo(request)), 303);
}

/** Someone of the office. Others are told that there is no such page. */
export function requireOffice(context: AppLoadContext, request: Request): Viewer {
  const viewer = requireViewer(context, request);
  if (viewer.role === "office") return viewer;
  throw notFound();
}

/** The 404 answer; routes throw it, the nearest error page shows it. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** The page a form was on; `otherwise` where the browser does not say. */
export function pageOfForm(request: Request, otherwise: string): string {
  const referer = request.headers.get("referer") ?? "";
  return safePath(URL.canParse(referer) ? new URL(referer).pathname : otherwise);
}

/** A path on this site to come back to; a POST leads back to the page its form was on. */
function returnTo(request: Request): string {
  const url = new URL(request.url);
  if (request.method !== "GET") return pageOfForm(request, url.pathname);
  return safePath(url.pathname.replace(/\.data$/, "") + url.search.replace(/([?&])_routes=[^&]*/, "").replace(/^\?$/, ""));
}

/** Only a path on this very site is followed: what a browser would read as another host or scheme is not. */
export function safePath(path: string | null | undefined, fallback: string = paths.learn()): string {
  if (!path?.startsWith("/")) return fallback;
  const here = "http://here.invalid";
  // Browsers drop tabs and line breaks and read a backslash as a slash; the URL parser does the same, so it decides.
  const url = URL.canParse(path, here) ? new URL(path, here) : null;
  // Dot segments are gone only now, and may have left `//host`.
  return url?.origin === here && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : fallback;
}
