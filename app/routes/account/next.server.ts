import { safePath } from "#app/http/guards.server.ts";

/** Where a visitor was going when they were asked to sign in, from the address of the page; empty for nowhere in particular. */
export function nextOf(request: Request): string {
  return onThisSite(new URL(request.url).searchParams.get("next"));
}

/** The same from a form that carries it on. */
export function nextIn(form: FormData): string {
  const next = form.get("next");
  return onThisSite(typeof next === "string" ? next : null);
}

/** Browsers drop tabs and line ends from an address: with a tab between them two slashes lead to another site. */
function onThisSite(path: string | null): string {
  return /\p{Cc}/u.test(path ?? "") ? "" : safePath(path, "");
}
