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
          ]}
        />
      </div>
      <Outlet />
    </>
  );
}
