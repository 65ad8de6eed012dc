import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData, useLocation } from "@remix-run/react";
import { registerNumbersOf } from "#app/features/accounts/people.server.ts";
import { ProfileForm } from "#app/features/accounts/profile-form.tsx";
import { RegisterForm } from "#app/features/accounts/register-form.tsx";
import { registerValues } from "#app/features/accounts/register-values.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { verbPaths } from "./verb-paths.ts";

export const meta = titled(m.accounts_account_title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  return {
    viewer,
    registers: registerValues(await registerNumbersOf(db, viewer.id)),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

/** Fetched again after its session ended, this page would lead away from what was typed in it. */
export const shouldRevalidate = ({ actionStatus }: ShouldRevalidateFunctionArgs) => actionStatus !== 401;

export default function Account() {
  const { viewer, registers, saved } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <Page title={m.accounts_account_title()} narrow>
      {saved ? (
        <Notice kind="success">
          <p>{saved === "registers" ? m.accounts_registers_saved() : m.accounts_profile_saved()}</p>
        </Notice>
      ) : null}
      <Section title={m.accounts_profile_title()} id="profile">
        <Facts items={[{ label: m.accounts_email(), value: viewer.email }]} />
        {pathname === verbPaths.saveProfile() ? (
          <Outlet />
        ) : (
          <ProfileForm action={verbPaths.saveProfile()} values={{ name: viewer.name, locale: viewer.locale }} />
        )}
      </Section>
      <Section title={m.accounts_registers_title()} id="registers">
        <p>{m.accounts_registers_lead()}</p>
        {pathname === verbPaths.saveRegisterNumbers() ? (
          <Outlet />
        ) : (
          <RegisterForm action={verbPaths.saveRegisterNumbers()} values={registers} />
        )}
      </Section>
      <Section title={m.accounts_papers_title()} id="papers">
        <p>{m.accounts_papers_lead()}</p>
        <div className="actions">
          <ButtonLink to={paths.orders()} variant="quiet">
            {m.accounts_orders_link()}
          </ButtonLink>
          <ButtonLink to={paths.certificates()} variant="quiet">
            {m.accounts_certificates_link()}
          </ButtonLink>
        </div>
      </Section>
      <Section title={m.accounts_security_title()} id="security">
        <p>{m.accounts_security_lead()}</p>
        <ButtonLink to={paths.accountSessions()} variant="quiet">
          {m.accounts_security_link()}
        </ButtonLink>
      </Section>
    </Page>
  );
}
