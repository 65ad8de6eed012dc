import { Fragment, useEffect, useRef } from "react";
import { DialogBox } from "#app/ui/dialog.tsx";
import * as m from "#generated/paraglide/messages.js";

/** How far below the top of the window a step's beginning still counts as reached. */
const REACHED = 120;

const steps = () => [...document.querySelectorAll<HTMLElement>("[data-step]")];
const current = () => steps().findLastIndex((step) => step.getBoundingClientRect().top <= REACHED);

function goTo(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.scrollIntoView({ behavior: "instant", block: "start" });
  element.focus({ preventScroll: true });
}

const toNext = () => goTo(steps()[current() + 1]);
const toPrevious = () => goTo(steps()[Math.max(0, current() - 1)]);

/** The list beside the text where it shows; else the one folded above it, opened. */
function toOutline(): void {
  const folded = document.querySelector<HTMLDetailsElement>("details.reader-lessons");
  const shown = folded && folded.getClientRects().length > 0;
  if (shown) folded.open = true;
  goTo((shown ? folded : document.querySelector(".reader-side"))?.querySelector<HTMLElement>(".outline a[aria-current]"));
}

function toNote(): void {
  const step = steps()[Math.max(0, current())];
  const note = step?.querySelector<HTMLDetailsElement>("details[data-note]");
  if (!note) return;
  note.open = true;
  note.scrollIntoView({ behavior: "instant", block: "center" });
  note.querySelector("textarea")?.focus({ preventScroll: true });
}

/** Where keys have work of their own: fields, what is played, and what lies over the page. */
const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input, textarea, select, dialog, video, audio, [popover]") !== null);

/** Single keys for moving through a lesson, and the sheet that lists them. Everything they do, a press with the mouse does too. */
export function ReaderKeys({ nextLesson }: { nextLesson: string | null }) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const actions: Record<string, () => void> = {
      j: toNext,
      n: toNext,
      k: toPrevious,
      p: toPrevious,
      l: () => nextLesson && window.location.assign(nextLesson),
      o: toOutline,
      m: toNote,
      "?": () => sheet.current?.showModal(),
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || inField(event.target)) return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [nextLesson]);
  const rows = [
    { keys: ["j", "n"], words: m.learning_keys_next_step() },
    { keys: ["k", "p"], words: m.learning_keys_previous_step() },
    { keys: ["l"], words: m.learning_keys_next_lesson() },
    { keys: ["o"], words: m.learning_keys_outline() },
    { keys: ["m"], words: m.learning_keys_note() },
    { keys: ["?"], words: m.learning_keys_help() },
  ];
  return (
    <>
      <button type="button" className="linklike" onClick={() => sheet.current?.showModal()}>
        {m.common_shortcuts()}
      </button>
      <DialogBox box={sheet} title={m.common_shortcuts()}>
        <dl className="key-list">
          {rows.map(({ keys, words }) => (
            <div key={words}>
              <dt>
                {keys.map((key, place) => (
                  <Fragment key={key}>
                    {place > 0 ? ` ${m.learning_keys_either()} ` : null}
                    <kbd>{key}</kbd>
                  </Fragment>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className="hint">{m.learning_keys_note_fields()}</p>
      </DialogBox>
    </>
  );
}
