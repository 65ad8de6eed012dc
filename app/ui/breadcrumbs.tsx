import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import * as m from "#generated/paraglide/messages.js";

/** The way back up, above a page's title. The page itself is not in it: its title follows. */
export function Breadcrumbs({ items }: { items: { to: string; label: ReactNode }[] }) {
  return (
    <nav className="breadcrumbs" aria-label={m.common_breadcrumbs()}>
      <ol>
        {items.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
