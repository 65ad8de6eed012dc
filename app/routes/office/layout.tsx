import type { LoaderFunctionArgs } from "@remix-run/node";
import { NavLink, Outlet } from "@remix-run/react";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";

/** The office: its people only; others are told there is no such page. */
export function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  return null;
}

export default function OfficeLayout() {
  return (
    <>
      <nav className="office-nav" aria-label={m.office_nav()}>
        <ul>
          <li>
            <NavLink to={paths.office()} end>
              {m.office_nav_today()}
            </NavLink>
          </li>
          <li>
            <NavLink to={paths.officePeople()}>{m.office_nav_people()}</NavLink>
          </li>
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
