import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { changedDisplay, displayCookie, readDisplay } from "#app/http/display.server.ts";
import { safePath } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";

/** The switches live in the frame and the reader and always succeed; the address alone leads home. */
export function loader() {
  return redirect(paths.home(), 303);
}

/** Keeps the choice; then back to the page, or, where a script asked, nothing: the page changes where it stands. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const next = form.get("next");
  const cookie = displayCookie(changedDisplay(readDisplay(request.headers.get("Cookie")), form), env().secureCookies);
  const headers = { "Set-Cookie": cookie };
  if (form.get("stay")) return new Response(null, { status: 204, headers });
  return redirect(safePath(typeof next === "string" ? next : null, paths.home()), { status: 303, headers });
}
