import { type RefObject, useEffect, useRef, useState } from "react";

export type SaveState = { state: "idle" } | { state: "saving" } | { state: "saved"; at: Date } | { state: "failed" };

const RETRY_AFTER = 10_000;

/**
 * Saves a form at each choice, one message at a time, the newest last; a failure is tried again until it works. A comfort
 * only: the form's own buttons do the same without it.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, url: string): SaveState {
  const [state, setState] = useState<SaveState>({ state: "idle" });
  const wanted = useRef(false);
  const busy = useRef(false);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const send = async () => {
      wanted.current = true;
      if (busy.current) return;
      busy.current = true;
      clearTimeout(retry);
      while (wanted.current) {
        wanted.current = false;
        setState({ state: "saving" });
        const at = await post(url, new FormData(element));
        setState(at ? { state: "saved", at } : { state: "failed" });
        if (!at && !wanted.current) retry = setTimeout(send, RETRY_AFTER);
      }
      busy.current = false;
    };
    const onChange = () => void send();
    element.addEventListener("change", onChange);
    return () => {
      clearTimeout(retry);
      element.removeEventListener("change", onChange);
    };
  }, [form, url]);
  return state;
}

/** The moment the server kept it, or null: offline, signed out, handed in elsewhere. */
async function post(url: string, data: FormData): Promise<Date | null> {
  try {
    const body = new URLSearchParams([...data.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    const response = await fetch(url, { method: "POST", body, redirect: "manual" });
    if (!response.ok) return null;
    const answer: unknown = await response.json();
    return typeof answer === "object" && answer !== null && "savedAt" in answer ? new Date(String(answer.savedAt)) : null;
  } catch {
    return null;
  }
}
