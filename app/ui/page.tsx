import type { ReactNode } from "react";

interface PageProps {
  title: ReactNode;
  lead?: ReactNode;
  narrow?: boolean;
  eyebrow?: ReactNode;
  /** above the title: the way back up */
  above?: ReactNode;
  children: ReactNode;
}

/** A page's main column with its one h1. */
export function Page({ title, lead, narrow, eyebrow, above, children }: PageProps) {
  return (
    <div className={narrow ? "page page-narrow" : "page"}>
      {above}
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
