import type { ReactNode } from "react";

/** A page's main column with its one h1. */
export function Page({
  title,
  lead,
  narrow,
  eyebrow,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  narrow?: boolean;
  eyebrow?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={narrow ? "page page-narrow" : "page"}>
      <header className="page-header">
        {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
      </header>
      {children}
    </div>
  );
}

export function Section({ title, id, children }: { title: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
