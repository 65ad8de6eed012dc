import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { closeSession } from "#app/features/accounts/sessions.server.ts";
import { safePath } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { hasUnsaved } from "./kept-on-device.ts";
import { clearPending } from "./pending-cookie.server.ts";

export const meta = titled(m.accounts_logout_title);

/** Says what goes with signing out; ends nothing. */
export function loader({ request, context }: LoaderFunctionArgs) {
  if (!context.viewer) throw redirect(paths.home(), 303);
  const from = request.headers.get("Referer") ?? "";
  return {
    personId: context.viewer.id,
    // Whoever comes from a page of this very site pressed its link; from anywhere else nobody is signed out unasked.
    pressed: request.headers.get("Sec-Fetch-Site") === "same-origin",
    back: safePath(URL.canParse(from) ? new URL(from).pathname : ""),
  };
}

/** Ends this session. Drafts of answers that the browser kept go with it: the next person at this device must not find them. */
export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers({ "Clear-Site-Data": '"storage"' });
  headers.append("Set-Cookie", await closeSession(request.headers.get("Cookie")));
  headers.append("Set-Cookie", clearPending());
  return redirectDocument(paths.home(), { status: 303, headers });
}

/**
 * One press signs out where nothing is lost by it: only a device that holds something unsaved makes this page wait for an answer.
 * Without JavaScript no device holds such a thing, and the button does the work.
 */
export default function Logout() {
  const { personId, pressed, back } = useLoaderData<typeof loader>();
  const form = useRef<HTMLFormElement>(null);
  const [unsaved, setUnsaved] = useState(false);
  useEffect(() => {
    if (hasUnsaved(personId, () => window.localStorage)) setUnsaved(true);
    else if (pressed) form.current?.requestSubmit();
  }, [personId, pressed]);
  return (
    <Page title={m.accounts_logout_title()} narrow>
      <div role="alert">
        {unsaved ? (
          <Notice kind="warning" title={m.accounts_logout_kept_title()}>
            <p>{m.accounts_logout_kept()}</p>
          </Notice>
        ) : null}
      </div>
      {unsaved ? null : <p>{m.accounts_logout_lead()}</p>}
      <form method="post" action={paths.logout()} ref={form}>
        <div className="actions">
          {unsaved ? (
            <>
              <ButtonLink to={back} reload>
                {m.accounts_logout_kept_back()}
              </ButtonLink>
              <Button variant="danger">{m.accounts_logout_kept_button()}</Button>
            </>
          ) : (
            <>
              <Button>{m.accounts_logout_button()}</Button>
              <ButtonLink to={back} variant="quiet" reload>
                {m.accounts_logout_back()}
              </ButtonLink>
            </>
          )}
        </div>
      </form>
    </Page>
  );
}
