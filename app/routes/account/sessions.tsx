import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { deviceName } from "#app/features/accounts/devices.ts";
import { PasswordForm } from "#app/features/accounts/password-form.tsx";
import { hasPassword } from "#app/features/accounts/people.server.ts";
import { SessionList } from "#app/features/accounts/session-list.tsx";
import { listSessions } from "#app/features/accounts/sessions.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { nextOf } from "./next.server.ts";
import { verbPaths } from "./verb-paths.ts";

export const meta = titled(m.accounts_sessions_title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const [sessions, withPassword] = await Promise.all([listSessions(viewer.id, context.now), hasPassword(viewer.id)]);
  return {
    email: viewer.email,
    locale: context.locale,
    withPassword,
    done: new URL(request.url).searchParams.get("done"),
    next: nextOf(request),
    sessions: sessions.map(({ userAgent, ...session }) => ({
      ...session,
      device: deviceName(userAgent),
      here: session.publicId === context.sessionPublicId,
    })),
  };
}

export default function Sessions() {
  const { email, locale, withPassword, done, next, sessions } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <Page title={m.accounts_sessions_title()} narrow>
      {done ? (
        <Notice kind="success">
          <p>{done === "password" ? m.accounts_password_changed() : m.accounts_session_ended()}</p>
          {next ? <ButtonLink to={next}>{m.accounts_go_on()}</ButtonLink> : null}
        </Notice>
      ) : null}
      <Section title={m.accounts_sessions_list()} id="sessions">
        <p>{m.accounts_sessions_lead()}</p>
        {pathname === verbPaths.endSession() ? <Outlet /> : null}
        <SessionList sessions={sessions} locale={locale} endAction={verbPaths.endSession()} />
        {sessions.length > 1 ? (
          <Form method="post" action={verbPaths.endOtherSessions()}>
            <Button variant="danger">{m.accounts_sessions_end_others()}</Button>
          </Form>
        ) : null}
      </Section>
      <Section title={m.accounts_password_title()} id="password-section">
        {withPassword ? (
          <p>
            {m.accounts_password_lead()}{" "}
            <TextLink to={paths.resetPassword(paths.accountSessions())}>{m.accounts_password_forgotten()}</TextLink>
          </p>
        ) : (
          <NoPassword />
        )}
        {pathname === verbPaths.changePassword() ? (
          <Outlet context={email} />
        ) : withPassword ? (
          <PasswordForm action={verbPaths.changePassword()} email={email} />
        ) : null}
      </Section>
      <p className="accounts-other">
        <TextLink to={paths.account()}>{m.accounts_back_to_account()}</TextLink>
      </p>
    </Page>
  );
}

function NoPassword() {
  return (
    <>
      <p>{m.accounts_password_none()}</p>
      <ButtonLink to={paths.resetPassword(paths.accountSessions())} variant="quiet">
        {m.accounts_password_first()}
      </ButtonLink>
    </>
  );
}
