import { type MouseEvent, type ReactNode, type RefObject, useId, useRef } from "react";
import * as m from "#generated/paraglide/messages.js";

const isPlainPress = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

interface DialogProps {
  /** the page that shows the same: opened without JavaScript, and in a new window */
  to: string;
  /** the words of the link that opens it */
  opener: ReactNode;
  title: ReactNode;
  children: ReactNode;
}

/** Something to look at without leaving the page, behind a link. Not for running text: a dialog may not stand in a paragraph. */
export function Dialog({ to, opener, title, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  return (
    <>
      <a
        href={to}
        onClick={(event) => {
          if (!isPlainPress(event) || !box.current?.showModal) return;
          event.preventDefault();
          box.current.showModal();
        }}
      >
        {opener}
      </a>
      <DialogBox box={box} title={title}>
        {children}
      </DialogBox>
    </>
  );
}

/**
 * The dialog alone, for what is opened otherwise than by a link: `box` has showModal(). The browser's own: it holds the focus, closes on
 * Escape and gives the focus back to who had it.
 */
export function DialogBox({ box, title, children }: { box: RefObject<HTMLDialogElement>; title: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside it; by key there are Escape and the button
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={heading}
      onClick={(event) => {
        if (event.target === box.current) box.current.close();
      }}
    >
      <div className="dialog-sheet">
        <h2 id={heading}>{title}</h2>
        {children}
        <form method="dialog">
          <button type="submit" className="button button-quiet">
            {m.common_close()}
          </button>
        </form>
      </div>
    </dialog>
  );
}
