import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type Variant = "primary" | "quiet" | "danger";

/** A submit button: its words say what happens. */
export function Button({
  children,
  variant = "primary",
  name,
  value,
  form,
}: {
  children: ReactNode;
  variant?: Variant;
  name?: string;
  value?: string;
  form?: string;
}) {
  return (
    <button type="submit" className={`button button-${variant}`} name={name} value={value} form={form}>
      {children}
    </button>
  );
}

/** A link that looks like a button; `reload` leaves the app (files, other sites). */
export function ButtonLink({
  to,
  children,
  variant = "primary",
  reload,
}: {
  to: string;
  children: ReactNode;
  variant?: Variant;
  reload?: boolean;
}) {
  return reload ? (
    <a href={to} className={`button button-${variant}`}>
      {children}
    </a>
  ) : (
    <Link to={to} className={`button button-${variant}`} prefetch="intent">
      {children}
    </Link>
  );
}

export function TextLink({ to, children, reload }: { to: string; children: ReactNode; reload?: boolean }) {
  return reload ? <a href={to}>{children}</a> : <Link to={to}>{children}</Link>;
}
