import { Link } from "@remix-run/react";
import * as m from "#generated/paraglide/messages.js";

interface Turn {
  to: string;
  /** what comes, in words: "Oudere mensen" */
  label: string;
}

/** Turning the pages of a long list. By what was last seen, not by number: what is added meanwhile moves nothing. */
export function Pagination({ first, previous, next }: { first?: Turn | null; previous?: Turn | null; next?: Turn | null }) {
  if (!first && !previous && !next) return null;
  return (
    <nav className="pagination" aria-label={m.common_pagination()}>
      {first ? <Link to={first.to}>{first.label}</Link> : null}
      {previous ? (
        <Link to={previous.to} rel="prev">
          {previous.label}
        </Link>
      ) : null}
      {next ? (
        <Link to={next.to} rel="next">
          {next.label}
        </Link>
      ) : null}
    </nav>
  );
}
