import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "#app/ui/notice.tsx";

/** Says at the top of the next page what was just finished; takes the focus, so that it is heard and the reading goes on from here. */
export function FinishedNotice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={box} tabIndex={-1} className="finished-now">
      <Notice kind="success">
        <p>{children}</p>
      </Notice>
    </div>
  );
}
