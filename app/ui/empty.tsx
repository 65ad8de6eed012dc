import type { ReactNode } from "react";

/** Nothing here yet, and what to do about it. */
export function Empty({ title, action, children }: { title: ReactNode; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
      {action}
    </div>
  );
}
