import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { Tabs } from "#app/ui/tabs.tsx";
import * as m from "#generated/paraglide/messages.js";

/** The office: its people only; others are told there is no such page. */
export function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  return null;
}

export default function OfficeLayout() {
  return (
    <>
      <div className="page">
        <Tabs
          label={m.office_nav()}
          items={[
            { to: paths.office(), label: m.office_nav_today(), end: true },
            { to: paths.officePeople(), label: m.office_nav_people() },
            { to: paths.officeCourses(), label: m.office_nav_courses() },
            { to: paths.officeOffers(), label: m.office_nav_offers() },
            { to: paths.officeAccreditations(), label: m.office_nav_accreditations() },
            { to: paths.officeCorrections(), label: m.office_nav_corrections() },
            { to: paths.officeHelpLines(), label: m.office_nav_help_lines() },
            { to: paths.officeProvider(), label: m.office_nav_provider() },
            { to: paths.officeItems(), label: m.office_nav_items() },
            { to: paths.officeEvaluations(), label: m.office_nav_evaluations() },
          ]}
        />
      </div>
      <Outlet />
    </>
  );
}
