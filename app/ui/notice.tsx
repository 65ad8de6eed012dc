import type { ReactNode } from "react";

interface NoticeProps {
  kind?: "info" | "success" | "warning" | "error";
  title?: ReactNode;
  icon?: ReactNode;
  children: ReactNode;
}

/** A message that stands out; never by colour alone, its words say what it is. An error is heard at once. */
export function Notice({ kind = "info", title, icon, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === "error" ? "alert" : undefined}>
      {title ? (
        <p className="notice-title">
          {icon}
          {title}
        </p>
      ) : null}
      {children}
    </div>
  );
}
