import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";
import { ButtonLink } from "./actions.tsx";
import { Page } from "./page.tsx";

const titleAndText = (status: number) => {
  if (status === 404) return [m.common_not_found_title(), m.common_not_found_text()] as const;
  if (status === 403) return [m.common_forbidden_title(), m.common_forbidden_text()] as const;
  return [m.common_broken_title(), m.common_broken_text()] as const;
};

export function errorTitle(status: number): string {
  return titleAndText(status)[0];
}

/** What went wrong in words a person can act on, and the ways out. */
export function ErrorPage({ status, contact }: { status: number; contact: { phone: string; email: string } | null }) {
  const [title, text] = titleAndText(status);
  return (
    <Page title={title} narrow>
      <p>{text}</p>
      {contact ? <p>{m.common_help_line({ phone: contact.phone, email: contact.email })}</p> : null}
      <div className="actions">
        <ButtonLink to={paths.home()}>{m.common_to_home()}</ButtonLink>
        <ButtonLink to={paths.learn()} variant="quiet">
          {m.common_to_learn()}
        </ButtonLink>
      </div>
    </Page>
  );
}
