import { Form, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import type { Display } from "#app/platform/i18n/display.ts";
import * as m from "#generated/paraglide/messages.js";
import { LiveRegion } from "./announce.tsx";
import { Arrival } from "./arrival.tsx";
import { ThemeChoice } from "./display-choice.tsx";
import { EmailLink } from "./email-link.tsx";
import { Menu } from "./menu.tsx";

export interface ShellSite {
  name: string;
  logo: string | null;
  contact: { name: string; phone: string; email: string };
  address: string;
  kvk: string;
  sandbox: boolean;
  mailbox: boolean;
}

interface ShellProps {
  viewer: { name: string; office: boolean /** there is a lesson to go on in */; readsOn: boolean } | null;
  site: ShellSite | null;
  /** null where the page broke before it was known */
  display: Display | null;
  children: ReactNode;
}

/** The frame of every page: provider's name, menu, content, contact. */
export function Shell({ viewer, site, display, children }: ShellProps) {
  return (
    <>
      <a className="skip-link" href="#main">
        {m.common_skip()}
      </a>
      {site?.sandbox ? (
        <aside className="sandbox-banner" aria-label={m.catalogue_practice_banner()}>
          <p>
            {m.common_sandbox()} <span className="sandbox-banner-more">{m.common_sandbox_paper()} </span>
            {site.mailbox ? <a href={paths.sandboxMail()}>{m.common_sandbox_mail()}</a> : null}
          </p>
        </aside>
      ) : null}
      <header className="site-header">
        <NavLink to={paths.home()} className="site-name">
          {site?.logo ? <img className="site-logo" src={site.logo} alt="" /> : <Mark />}
          {site?.name ?? "Kring"}
        </NavLink>
        <MainMenu viewer={viewer} />
      </header>
      <Arrival />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer site={site} display={display} />
      <LiveRegion />
    </>
  );
}

/** Three rings, one of them open: the face of a provider that has given no logo of its own. */
function Mark() {
  return (
    <svg className="site-mark" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="13.5" />
      <circle cx="16" cy="16" r="8.5" pathLength="100" strokeDasharray="78 22" />
      <circle cx="16" cy="16" r="3.5" />
    </svg>
  );
}

function Item({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  return (
    <li className={className}>
      <NavLink to={to}>{children}</NavLink>
    </li>
  );
}

function MainMenu({ viewer }: Pick<ShellProps, "viewer">) {
  return (
    <nav className="site-nav" aria-label={m.common_nav()}>
      <ul>
        <Item to={paths.courses()}>{m.common_nav_courses()}</Item>
        <Item to={paths.search()} className={viewer ? "site-search" : undefined}>
          {m.common_nav_search()}
        </Item>
        {viewer ? (
          <>
            <Item to={paths.learn()}>{m.common_nav_learn()}</Item>
            {viewer.readsOn ? (
              <li>
                <a href={paths.continueReading()}>{m.common_nav_continue()}</a>
              </li>
            ) : null}
            <li className="site-own">
              <OwnMenu viewer={viewer} />
            </li>
          </>
        ) : (
          <Item to={paths.login()}>{m.common_nav_login()}</Item>
        )}
      </ul>
    </nav>
  );
}

/** What is the viewer's own, under their name. */
function OwnMenu({ viewer }: { viewer: NonNullable<ShellProps["viewer"]> }) {
  const [called, ...rest] = viewer.name.split(" ");
  const label = (
    <>
      {called}
      <span className="site-own-rest"> {rest.join(" ")}</span>
    </>
  );
  return (
    <Menu label={label}>
      <Item to={paths.search()} className="site-search-own">
        {m.common_nav_search()}
      </Item>
      <Item to={paths.certificates()}>{m.common_nav_certificates()}</Item>
      <Item to={paths.orders()}>{m.common_nav_orders()}</Item>
      <Item to={paths.account()}>{m.common_nav_account()}</Item>
      {viewer.office ? <Item to={paths.office()}>{m.common_nav_office()}</Item> : null}
      <li>
        <a href={paths.logout()}>{m.common_nav_logout()}</a>
      </li>
    </Menu>
  );
}

function Footer({ site, display }: Pick<ShellProps, "site" | "display">) {
  return (
    <footer className="site-footer">
      {site ? (
        <section aria-label={m.common_contact()}>
          <p>{m.common_contact()}</p>
          <p>
            {site.contact.name}
            <br />
            {m.common_phone()}: <a href={`tel:${site.contact.phone.replace(/\s/g, "")}`}>{site.contact.phone}</a>
            <br />
            {m.common_mail()}: <EmailLink address={site.contact.email} />
          </p>
          <p>
            {site.address}
            <br />
            KvK {site.kvk}
          </p>
        </section>
      ) : null}
      <ul aria-label={m.common_footer_site()}>
        <li>
          <a href={paths.sources()}>{m.common_sources()}</a>
        </li>
        <li>
          <a href={paths.terms()}>{m.common_terms()}</a>
        </li>
        <li>
          <a href={paths.privacy()}>{m.common_privacy()}</a>
        </li>
        <li>
          <a href={paths.accessibility()}>{m.common_accessibility()}</a>
        </li>
        <li>
          <a href={paths.verifyForm()}>{m.common_verify()}</a>
        </li>
      </ul>
      <div>
        {display ? <ThemeChoice display={display} /> : null}
        <LanguageSwitch />
        <p className="made-with">{m.common_made_with()}</p>
      </div>
    </footer>
  );
}

function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const other = m.common_language() === "English" ? "en" : "nl";
  return (
    <Form method="post" action={paths.language()} reloadDocument>
      <input type="hidden" name="next" value={pathname + search} />
      <button type="submit" className="linklike" name="locale" value={other} lang={other} title={m.common_language_label()}>
        {m.common_language()}
      </button>
    </Form>
  );
}
