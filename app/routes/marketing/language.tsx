import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { saveLocale } from "#app/features/accounts/people.server.ts";
import { safePath } from "#app/http/guards.server.ts";
import { localeCookie } from "#app/http/locale.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";

/** The switch lives in the frame of every page and always succeeds; its address alone leads home. */
export function loader() {
  return redirect(paths.home(), 303);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const next = form.get("next");
  const back = safePath(typeof next === "string" ? next : null, paths.home());
  const locale = form.get("locale");
  if (locale !== "nl" && locale !== "en") return redirect(back, 303);
  // The profile comes before the cookie: without this the choice of someone signed in would not hold.
  if (context.viewer) await saveLocale(db, context.viewer.id, locale);
  return redirect(back, { status: 303, headers: { "Set-Cookie": localeCookie(locale, env().secureCookies) } });
}
