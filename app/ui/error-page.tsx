import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";
import { Button, ButtonLink, TextLink } from "./actions.tsx";
import { EmailLink } from "./email-link.tsx";
import { Page } from "./page.tsx";

interface ErrorPageProps {
  status: number;
  /** null where the page broke before it was known */
  contact: { phone: string; email: string } | null;
  /** who is signed in */
  viewerName?: string;
}

/** A page asked for without a connection breaks in the browser: the fault is nobody's. */
const isOffline = () => typeof navigator !== "undefined" && navigator.onLine === false;

const titleAndText = (status: number) => {
  if (status === 404) return [m.common_not_found_title(), m.common_not_found_text()] as const;
  if (status === 403) return [m.common_forbidden_title(), m.common_forbidden_text()] as const;
  if (isOffline()) return [m.common_offline_title(), m.common_offline_text()] as const;
  return [m.common_broken_title(), m.common_broken_text()] as const;
};

export function errorTitle(status: number): string {
  return titleAndText(status)[0];
}

/** What went wrong in words a person can act on, and the ways out. */
export function ErrorPage({ status, contact, viewerName }: ErrorPageProps) {
  const { pathname, search } = useLocation();
  const [title, text] = titleAndText(status);
  return (
    <Page title={title} narrow>
      <p>{status === 403 && viewerName ? m.common_signed_in_as({ name: viewerName }) : text}</p>
      {status === 404 ? <Places signedIn={viewerName !== undefined} /> : null}
      {status === 403 ? <OtherAccount signedIn={viewerName !== undefined} /> : null}
      {status === 404 || status === 403 ? null : (
        <div className="actions">
          <ButtonLink to={pathname + search} reload>
            {m.common_try_again()}
          </ButtonLink>
          <ButtonLink to={paths.home()} variant="quiet" reload>
            {m.common_to_home()}
          </ButtonLink>
        </div>
      )}
      {contact && status !== 404 ? <Contact {...contact} subject={m.common_help_subject({ status, path: pathname })} /> : null}
    </Page>
  );
}

/** Where one who is lost may have been going. */
function Places({ signedIn }: { signedIn: boolean }) {
  const places: [string, ReactNode][] = [
    ...(signedIn ? [[paths.learn(), m.common_nav_learn()] as [string, ReactNode]] : []),
    [paths.courses(), m.common_nav_courses()],
    [paths.verifyForm(), m.common_verify()],
    [paths.home(), m.common_to_home()],
    ...(signedIn ? [] : [[paths.login(), m.common_nav_login()] as [string, ReactNode]]),
  ];
  return (
    <nav className="places" aria-labelledby="places">
      <h2 id="places">{m.common_places()}</h2>
      <ul className="text-list">
        {places.map(([to, words]) => (
          <li key={to}>
            <TextLink to={to}>{words}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Not for this account: perhaps for another one of the same person. */
function OtherAccount({ signedIn }: { signedIn: boolean }) {
  return (
    <div className="actions">
      <ButtonLink to={paths.learn()}>{m.common_to_learn()}</ButtonLink>
      {signedIn ? (
        <form method="post" action={paths.logout()}>
          <Button variant="quiet">{m.common_nav_logout()}</Button>
        </form>
      ) : null}
    </div>
  );
}

/** The same people as in the footer, with the fault already in the letter's subject. A page that is not there is no fault: the footer will do. */
function Contact({ phone, email, subject }: { phone: string; email: string; subject: string }) {
  return (
    <p>
      {m.common_questions()}
      <br />
      {m.common_phone()}: <a href={`tel:${phone.replace(/\s/g, "")}`}>{phone}</a>
      <br />
      {m.common_mail()}: <EmailLink address={email} subject={subject} />
    </p>
  );
}
