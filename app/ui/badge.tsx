import type { ReactNode } from "react";

/** A state in a word or two. Its edge differs with its tone, so that grey print and colour-blind eyes see it too. */
export function Badge({ tone = "plain", children }: { tone?: "plain" | "good" | "waiting" | "bad"; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
