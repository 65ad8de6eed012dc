import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";

interface FinishedNoticeProps {
  children: ReactNode;
  /** where a press takes it back; null where nothing can be taken back any more */
  undo?: string | null;
}

/** Says on the page that follows what was just done; takes the focus, so that it is heard and the reading goes on from here. */
export function FinishedNotice({ children, undo }: FinishedNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={box} tabIndex={-1} className="finished-now">
      <Notice kind="success">
        <p>{children}</p>
        {undo ? <TakeBack action={undo} /> : null}
      </Notice>
    </div>
  );
}

/** A finished lesson is to be done again, in one press. */
export function TakeBack({ action }: { action: string }) {
  return (
    <Form method="post" action={action}>
      <button type="submit" className="linklike">
        {m.learning_finish_undo()}
      </button>
    </Form>
  );
}
