import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type Variant = "primary" | "quiet" | "danger";

interface Words {
  /** say what happens: "Betaal € 95,00", never "OK" */
  children: ReactNode;
  /** a small drawing before the words; it never stands alone */
  icon?: ReactNode;
}

interface ButtonProps extends Words {
  variant?: Variant;
  name?: string;
  value?: string;
  /** the form it belongs to, where it stands outside of it */
  form?: string;
  /** another address for this button than its form's */
  formAction?: string;
}

/** A submit button. One primary on a page; `quiet` beside it; `danger` for what cannot be undone. */
export function Button({ children, icon, variant = "primary", name, value, form, formAction }: ButtonProps) {
  return (
    <button type="submit" className={`button button-${variant}`} name={name} value={value} form={form} formAction={formAction}>
      {icon}
      {children}
    </button>
  );
}

interface LinkProps extends Words {
  to: string;
  /** leaves the app: files, other sites */
  reload?: boolean;
}

/** A link that looks like a button: the next step of this page. */
export function ButtonLink({ to, children, icon, variant = "primary", reload }: LinkProps & { variant?: Variant }) {
  const look = `button button-${variant}`;
  return reload ? (
    <a href={to} className={look}>
      {icon}
      {children}
    </a>
  ) : (
    <Link to={to} className={look} prefetch="intent">
      {icon}
      {children}
    </Link>
  );
}

/** A link in running text or in a list. */
export function TextLink({ to, children, icon, reload }: LinkProps) {
  return reload ? (
    <a href={to}>
      {icon}
      {children}
    </a>
  ) : (
    <Link to={to}>
      {icon}
      {children}
    </Link>
  );
}
