import { Form, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";

export interface ShellSite {
  name: string;
  contact: { name: string; phone: string; email: string };
  address: string;
  kvk: string;
  sandbox: boolean;
  mailbox: boolean;
}

interface ShellProps {
  viewer: { name: string; office: boolean } | null;
  site: ShellSite | null;
  children: ReactNode;
}

/** The frame of every page: provider's name, menu, content, contact. */
export function Shell({ viewer, site, children }: ShellProps) {
  return (
    <>
      <a className="skip-link" href="#main">
        {m.common_skip()}
      </a>
      {site?.sandbox ? (
        <aside className="sandbox-banner" aria-label={m.catalogue_practice_banner()}>
          <p>
            {m.common_sandbox()} {site.mailbox ? <a href={paths.sandboxMail()}>{m.common_sandbox_mail()}</a> : null}
          </p>
        </aside>
      ) : null}
      <header className="site-header">
        <NavLink to={paths.home()} className="site-name">
          {site?.name ?? "Kring"}
        </NavLink>
        <Menu viewer={viewer} />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer site={site} />
    </>
  );
}

function Menu({ viewer }: Pick<ShellProps, "viewer">) {
  return (
    <nav className="site-nav" aria-label={m.common_nav()}>
      <ul>
        <li>
          <NavLink to={paths.courses()}>{m.common_nav_courses()}</NavLink>
        </li>
        {viewer ? (
          <>
            <li>
              <NavLink to={paths.learn()}>{m.common_nav_learn()}</NavLink>
            </li>
            <li>
              <NavLink to={paths.certificates()}>{m.common_nav_certificates()}</NavLink>
            </li>
            <li>
              <NavLink to={paths.account()}>{m.common_nav_account()}</NavLink>
            </li>
            {viewer.office ? (
              <li>
                <NavLink to={paths.office()}>{m.common_nav_office()}</NavLink>
              </li>
            ) : null}
            <li>
              <form method="post" action={paths.logout()}>
                <button type="submit" className="linklike">
                  {m.common_nav_logout()}
                </button>
              </form>
            </li>
          </>
        ) : (
          <li>
            <NavLink to={paths.login()}>{m.common_nav_login()}</NavLink>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Footer({ site }: Pick<ShellProps, "site">) {
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
            {m.common_mail()}: <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>
          </p>
          <p>
            {site.address}
            <br />
            KvK {site.kvk}
          </p>
        </section>
      ) : null}
      <ul>
        <li>
          <a href={paths.terms()}>{m.common_terms()}</a>
        </li>
        <li>
          <a href={paths.privacy()}>{m.common_privacy()}</a>
        </li>
        <li>
          <a href={paths.verify("").replace(/\/$/, "")}>{m.common_verify()}</a>
        </li>
      </ul>
      <div>
        <LanguageSwitch />
        <p>{m.common_made_with()}</p>
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
