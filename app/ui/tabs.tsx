import { Link, NavLink } from "@remix-run/react";
import type { KeyboardEvent, ReactNode } from "react";

interface Tab {
  to: string;
  label: ReactNode;
  /** said here where the address alone does not tell: parts of one page, by `?part=…` */
  current?: boolean;
  /** only this very address, not what lies under it */
  end?: boolean;
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrow keys go along the row; Tab leaves it as it does any row of links. */
function alongTheRow(event: KeyboardEvent<HTMLAnchorElement>) {
  const step = STEPS[event.key];
  const row = [...(event.currentTarget.closest("ul")?.querySelectorAll("a") ?? [])];
  if (!step || event.metaKey || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  row[step(row.indexOf(event.currentTarget), row.length - 1)]?.focus();
}

/** Pages side by side, each with its own address: links, and so said to be links, that look like the tabs of a card index. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map(({ to, label: words, current, end }) => (
          <li key={to}>
            {current === undefined ? (
              <NavLink to={to} end={end} onKeyDown={alongTheRow}>
                {words}
              </NavLink>
            ) : (
              <Link to={to} aria-current={current ? "page" : undefined} onKeyDown={alongTheRow} preventScrollReset>
                {words}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
