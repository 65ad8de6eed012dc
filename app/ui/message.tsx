import { type ReactNode, useEffect, useRef } from "react";
import { announce } from "./announce.tsx";
import { Notice } from "./notice.tsx";

/** What was just done, at the top of the page that follows; a screen reader hears it once, and the focus stays where it is. */
export function Message({ kind = "success", children }: { kind?: "info" | "success" | "warning"; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another message
  useEffect(() => announce(box.current?.textContent ?? ""), [children]);
  return (
    <div ref={box}>
      <Notice kind={kind}>
        <p>{children}</p>
      </Notice>
    </div>
  );
}
