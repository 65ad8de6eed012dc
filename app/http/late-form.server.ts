import type { Request } from "express";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { safePath } from "./guards.server.ts";

const LATE = "late";

const buying = new RegExp(`^${paths.buy("slug").replace("slug", "[^/]+")}$`);
const claiming = `${paths.office()}/claim/`;

/** What only somebody who is signed in can send a form to. What is under `learn` keeps texts and choices by itself. */
function needsSession(path: string): boolean {
  const rooms = [paths.account(), paths.office(), paths.certificates()];
  return (!path.startsWith(claiming) && rooms.some((room) => path.startsWith(`${room}/`))) || buying.test(path);
}

/**
 * Where a form is sent on to (307: the same form, once more) that came after its session ended; null for everything else. The
 * sign-in page holds what was sent instead of losing it. Another site's form never gets this far (`refuseForeignWrites`): it would
 * wait there for one press of a button.
 */
export function lateFormPage({ method, originalUrl }: Pick<Request, "method" | "originalUrl">, viewer: Viewer | null): string | null {
  if (method !== "POST" || viewer) return null;
  const [sent = ""] = originalUrl.split("?");
  // A script asks for the answer alone; the form is still on its page then.
  const [, action = "", data = ""] = /^(.*?)(\.data)?$/.exec(sent) ?? [];
  return needsSession(action) ? `${paths.login()}${data}?${new URLSearchParams({ [LATE]: action })}` : null;
}

/** Where the form was going that was sent on to this request; null when none was. */
export function lateAction(url: URL): string | null {
  const action = safePath(url.searchParams.get(LATE), "");
  return needsSession(action) ? action : null;
}
