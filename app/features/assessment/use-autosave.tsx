import { type RefObject, useEffect, useRef, useState } from "react";
import { type Fields, forgetChoices, keepChoices, keptChoices } from "./kept-choices.ts";

export type SaveState =
  | { state: "idle" }
  | { state: "saving" }
  | { state: "saved"; at: Date }
  | { state: "failed" }
  | { state: "handed-in" };

const RETRY_AFTER = 10_000;
/** A line that says nothing for this long has dropped. */
const PATIENCE = 20_000;

interface Autosave {
  url: string;
  attemptId: string;
  /** when the server last had the choices */
  savedAt: Date;
  /** hears of every change of a choice, also one brought back from this device */
  onChoice: (form: HTMLFormElement) => void;
}

/**
 * Saves a form at each choice, one message at a time, the newest last; a failure is tried again until it works, and until
 * then the device keeps the choices. A comfort only: the form's own buttons do the same without it.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, { url, attemptId, savedAt, onChoice }: Autosave) {
  const [state, setState] = useState<SaveState>({ state: "idle" });
  /** choices that only this device still had are in the form again */
  const [broughtBack, setBroughtBack] = useState(false);
  const wanted = useRef(false);
  const busy = useRef(false);
  const lastSaved = useRef(savedAt);
  /** what is on its way, or was when the line dropped */
  const sent = useRef<Fields>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come to life
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let retry: ReturnType<typeof setTimeout> | undefined;
    // Handing in is under way: that it is handed in needs no saying, the next page says how it went.
    let leaving = false;
    const onSubmit = () => {
      leaving = true;
    };
    const keep = () => keepChoices(attemptId, { fields: choicesIn(element), sent: sent.current, savedAt: lastSaved.current });
    const send = async () => {
      wanted.current = true;
      // At once, also while an earlier save is waited for: that can take long, and the page may be closed before it ends.
      keep();
      if (busy.current) return;
      busy.current = true;
      clearTimeout(retry);
      while (wanted.current) {
        wanted.current = false;
        setState({ state: "saving" });
        sent.current = choicesIn(element);
        keep();
        const at = await post(url, new FormData(element));
        if (at === "handed-in") {
          forgetChoices(attemptId);
          if (!leaving) setState({ state: "handed-in" });
          return;
        }
        if (at) lastSaved.current = at;
        if (at && !wanted.current) forgetChoices(attemptId);
        setState(at ? { state: "saved", at } : { state: "failed" });
        if (!at && !wanted.current) retry = setTimeout(send, RETRY_AFTER);
      }
      busy.current = false;
    };
    const onChange = () => {
      onChoice(element);
      void send();
    };
    if (bringBack(element, keptChoices(attemptId, savedAt, choicesIn(element)))) {
      setBroughtBack(true);
      onChange();
    }
    element.addEventListener("change", onChange);
    element.addEventListener("submit", onSubmit);
    return () => {
      clearTimeout(retry);
      element.removeEventListener("submit", onSubmit);
      element.removeEventListener("change", onChange);
    };
  }, []);
  return { saved: state, broughtBack };
}

const choicesIn = (form: HTMLFormElement) =>
  [...new FormData(form).entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[0].startsWith("answer-"),
  );

/** Puts choices kept on this device back into the form. @returns true when that changed anything */
function bringBack(form: HTMLFormElement, kept: Fields | null): boolean {
  if (!kept) return false;
  const chosen = new Set(kept.map(([name, value]) => `${name} ${value}`));
  let changed = false;
  for (const input of form.querySelectorAll<HTMLInputElement>("input[name^='answer-']")) {
    const checked = chosen.has(`${input.name} ${input.value}`);
    changed ||= input.checked !== checked;
    input.checked = checked;
  }
  return changed;
}

/** The moment the server kept it; that the test is handed in and closed; or null: offline, signed out. */
async function post(url: string, data: FormData): Promise<Date | "handed-in" | null> {
  try {
    const body = new URLSearchParams([...data.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    const response = await fetch(url, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) return null;
    const answer: unknown = await response.json();
    if (typeof answer !== "object" || answer === null) return null;
    if ("handedIn" in answer) return "handed-in";
    return "savedAt" in answer ? new Date(String(answer.savedAt)) : null;
  } catch {
    return null;
  }
}
