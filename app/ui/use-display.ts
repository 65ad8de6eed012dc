import { useSyncExternalStore } from "react";
import { paths } from "#app/paths.ts";
import type { Display } from "#app/platform/i18n/display.ts";

interface Chosen {
  /** what differs from what came with the page */
  display: Partial<Display>;
  /** the same as the form's fields */
  fields: Record<string, string>;
  /** the field of the last choice, where that did not reach the server and will be forgotten */
  unkept: string | null;
}

const NOTHING: Chosen = { display: {}, fields: {}, unkept: null };
let chosen = NOTHING;
let sending = Promise.resolve();
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function change(to: Partial<Chosen>) {
  chosen = { ...chosen, ...to };
  for (const listener of listeners) listener();
}

/** What was chosen since this page was loaded; nothing while it wakes up. */
const useChosen = () =>
  useSyncExternalStore(
    subscribe,
    () => chosen,
    () => NOTHING,
  );

/** How the site is shown now: as the server kept it, with what was chosen since. */
export function useDisplay(kept: Display | null): Display | null {
  const { display } = useChosen();
  return kept && { ...kept, ...display };
}

/** Whether the last choice was of this field, and holds in this page alone. */
export const useUnkept = (field: string) => useChosen().unkept === field;

/**
 * Shows a choice at once, and keeps it without Remix: a fetcher would load the page again, and put the error page in place of what
 * someone is writing when the line drops. One after the other, so that the last choice is what stays. False when it was not kept.
 */
export function chooseDisplay(display: Partial<Display>, field: string, value: string): Promise<boolean> {
  change({ display: { ...chosen.display, ...display }, fields: { ...chosen.fields, [field]: value } });
  const kept = sending.then(keep);
  sending = kept.then((ok) => change({ unkept: ok ? null : field }));
  return kept;
}

async function keep(): Promise<boolean> {
  const body = new URLSearchParams({ ...chosen.fields, stay: "1" });
  try {
    return (await fetch(paths.display(), { method: "POST", body, keepalive: true })).ok;
  } catch {
    return false;
  }
}
