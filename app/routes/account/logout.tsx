import { type ActionFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { closeSession } from "#app/features/accounts/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { clearPending } from "./pending-cookie.server.ts";

export function loader() {
  return redirect(paths.home(), 303);
}

/** Ends this session. Drafts of answers that the browser kept go with it: the next person at this device must not find them. */
export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers({ "Clear-Site-Data": '"storage"' });
  headers.append("Set-Cookie", await closeSession(request.headers.get("Cookie")));
  headers.append("Set-Cookie", clearPending());
  return redirectDocument(paths.home(), { status: 303, headers });
}

export default function Logout() {
  return null;
}
