import { Form } from "@remix-run/react";
import { formatDate, formatDateTime } from "#app/platform/i18n/format.ts";
import { Button } from "#app/ui/actions.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";

export interface SessionRow {
  publicId: string;
  /** `Firefox · Windows`, or empty */
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  here: boolean;
}

/** Where a person is signed in, with a button each to end it there. */
export function SessionList({ sessions, locale, endAction }: { sessions: SessionRow[]; locale: string; endAction: string }) {
  return (
    <ul className="accounts-sessions">
      {sessions.map(({ publicId, device, createdAt, lastSeenAt, here }) => (
        <li key={publicId}>
          <div>
            <p>
              <strong>{device || m.accounts_session_unknown()}</strong>
              {here ? ` · ${m.accounts_session_here()}` : ""}
            </p>
            <p className="hint">
              {m.accounts_session_times({ since: formatDate(createdAt, locale), seen: formatDateTime(lastSeenAt, locale) })}
            </p>
          </div>
          {here ? null : (
            <Form method="post" action={endAction}>
              <HiddenField name="session" value={publicId} />
              <Button variant="quiet">
                {m.accounts_session_end()}
                <span className="visually-hidden"> {device || m.accounts_session_unknown()}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
