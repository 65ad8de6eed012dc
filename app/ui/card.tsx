import type { ReactNode } from "react";

interface CardProps {
  title: ReactNode;
  /** its place in the page's headings */
  level?: 2 | 3;
  /** how it stands, beside the title */
  badge?: ReactNode;
  /** buttons and links at its foot */
  actions?: ReactNode;
  /** `li` in a list of cards */
  as?: "article" | "li";
  children?: ReactNode;
}

/** One thing among its like: a title, what to know of it, what to do with it. */
export function Card({ title, level = 3, badge, actions, as: Element = "article", children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <Element className="card">
      <div className="card-head">
        <Heading>{title}</Heading>
        {badge}
      </div>
      {children}
      {actions ? <div className="actions">{actions}</div> : null}
    </Element>
  );
}
