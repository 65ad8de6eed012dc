import { type AppLoadContext, redirectDocument } from "@remix-run/node";
import { findPerson } from "#app/features/accounts/people.server.ts";
import { closeSession, openSession } from "#app/features/accounts/sessions.server.ts";
import { enrolmentsOf } from "#app/features/enrolment/access.server.ts";
import { safePath } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { keepKnown } from "./known-cookie.server.ts";
import { clearPending } from "./pending-cookie.server.ts";

/**
 * Opens a session for a person who just proved who they are, and leads on to where they were going, or to where their day begins.
 * The whole page is loaded anew: the profile may have another language than the page had.
 */
export async function letIn(request: Request, { now }: AppLoadContext, personId: string, next: string): Promise<Response> {
  // A session of somebody else in this browser, or an older one of this person, ends here.
  await closeSession(request.headers.get("Cookie"));
  const headers = new Headers();
  headers.append("Set-Cookie", await openSession(personId, request.headers.get("User-Agent") ?? ""));
  headers.append("Set-Cookie", clearPending());
  const person = await findPerson(db, personId);
  if (person) headers.append("Set-Cookie", keepKnown(request, person.email, now));
  return redirectDocument(await onward(person, next, now), { status: 303, headers });
}

/** Where somebody who is signed in goes from a door: to where they were going, or to where their day begins. */
export async function onward(person: { id: string; role: string } | null, next: string, now: Date): Promise<string> {
  if (next !== "" || person?.role !== "office") return safePath(next);
  // Who works in the office and follows nothing has nothing to learn here, and work to do.
  const following = await enrolmentsOf(db, person.id, now);
  return following.length === 0 ? paths.office() : paths.learn();
}
