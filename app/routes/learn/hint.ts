import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safePath } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { hintCookie } from "./hints.server.ts";

export function loader() {
  return redirect(paths.learn(), 303);
}

/** Puts a hint away on this device, and back to where it stood. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const next = form.get("next");
  const cookie = hintCookie(request.headers.get("Cookie"), String(form.get("hint") ?? ""), env().secureCookies);
  return redirect(safePath(typeof next === "string" ? next : null), { status: 303, headers: { "Set-Cookie": cookie } });
}
