import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

interface Tab {
  to: string;
  label: ReactNode;
  /** said here where the address alone does not tell: parts of one page, by `?part=…` */
  current?: boolean;
  /** only this very address, not what lies under it */
  end?: boolean;
}

/** Pages side by side, each with its own address: links, and so said to be links, that look like the tabs of a card index. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map(({ to, label: words, current, end }) => (
          <li key={to}>
            {current === undefined ? (
              <NavLink to={to} end={end}>
                {words}
              </NavLink>
            ) : (
              <Link to={to} aria-current={current ? "page" : undefined} preventScrollReset>
                {words}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
