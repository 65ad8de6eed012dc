import { useEffect, useRef, useState } from "react";
import type { TextVersion } from "#app/features/learning/writing.server.ts";
import { saveInBackground } from "./background.ts";
import { forgetDraft, keepDraft, readDraft } from "./drafts.ts";
import { reconcile } from "./reconcile.ts";
import type { SaveState } from "./save-state.ts";
import type { WritingAnswer } from "./writing-answer.ts";

const PAUSE = 1500;
/** A hitch is over in a moment; a tunnel takes longer. */
const RETRIES = [2_000, 5_000, 10_000, 20_000];

interface Autosave {
  /** where the device keeps the text until the server has it */
  draftKey: string;
  /** the URL that saves in the background */
  action: string;
  /** as the server last told it; version 0 and no text where there was none */
  stored: { text: string; version: number; savedAt: Date | null };
  /** the newest refusal of the form, and what was typed then */
  refused: Refused | null;
}

export interface Refused {
  text: string;
  state: SaveState;
  /** the version the refusal left behind; null when it says nothing of it */
  version: number | null;
}

/** Saves a text a moment after the typing stops. Without JavaScript none of this runs and the form's button does the work. */
export function useAutosave({ draftKey, action, stored, refused }: Autosave) {
  const first = useRef(refused).current;
  const field = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** the text on its way, null when none is */
  const sending = useRef<string | null>(null);
  /** how often the line was not there since the last save */
  const tries = useRef(0);
  const confirmed = useRef(stored.text);
  const confirmedAt = useRef(stored.savedAt);
  const version = useRef(stored.version);
  const afterSaving = useRef<(() => void) | null>(null);
  const [shownVersion, setShownVersion] = useState(stored.version);
  const [broughtBack, setBroughtBack] = useState(false);
  const [conflict, setConflict] = useState<{ theirs: TextVersion; mine: string } | null>(null);
  const [state, setState] = useState<SaveState>(
    first?.state ?? (stored.savedAt ? { kind: "stored", at: stored.savedAt } : { kind: "empty" }),
  );

  async function send() {
    clearTimeout(timer.current);
    const text = field.current?.value;
    if (text === undefined || sending.current !== null) return;
    if (text === confirmed.current && version.current > 0) {
      forgetDraft(draftKey);
      setState({ kind: "saved", at: confirmedAt.current ?? new Date() });
      return;
    }
    sending.current = text;
    setState({ kind: "saving" });
    const answer = await saveInBackground(action, text, version.current);
    sending.current = null;
    answered(answer, text);
    const next = afterSaving.current;
    afterSaving.current = null;
    next?.();
  }

  function typed() {
    const text = field.current?.value ?? "";
    keepDraft(draftKey, { text, version: version.current });
    setState({ kind: "unsaved" });
    clearTimeout(timer.current);
    timer.current = setTimeout(send, PAUSE);
  }

  function answered(answer: WritingAnswer, text: string) {
    switch (answer.kind) {
      case "saved":
        tries.current = 0;
        confirmed.current = text;
        confirmedAt.current = answer.savedAt;
        version.current = answer.version;
        setShownVersion(answer.version);
        if (field.current?.value === text) {
          forgetDraft(draftKey);
          setState({ kind: "saved", at: answer.savedAt });
        } else typed();
        break;
      case "stale":
        setConflict({ theirs: answer.theirs, mine: field.current?.value ?? answer.mine });
        break;
      case "offline":
        lost();
        timer.current = setTimeout(send, RETRIES[Math.min(tries.current++, RETRIES.length - 1)]);
        break;
      default:
        setState(answer);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come to life
  useEffect(() => {
    const draft = readDraft(draftKey);
    if (draft && draft.text !== stored.text && !first && field.current) {
      if (draft.version !== stored.version) {
        setConflict({ theirs: { text: stored.text, version: stored.version, savedAt: stored.savedAt ?? new Date() }, mine: draft.text });
      } else {
        field.current.value = draft.text;
        setBroughtBack(true);
        typed();
      }
    } else {
      if (draft?.text === stored.text) forgetDraft(draftKey);
      // Typed while the script was still on its way.
      if (field.current && field.current.value !== (first?.text ?? stored.text)) typed();
    }
    window.addEventListener("online", send);
    return () => {
      window.removeEventListener("online", send);
      clearTimeout(timer.current);
    };
  }, []);

  // The form can be refused again and again while it stands here: each refusal is shown, also one in the same words.
  const shown = useRef(refused);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a refusal
  useEffect(() => {
    if (!refused || shown.current === refused) return;
    shown.current = refused;
    clearTimeout(timer.current);
    version.current = Math.max(version.current, refused.version ?? 0);
    setShownVersion(version.current);
    setState(refused.state);
    // Typed on while the answer was on its way.
    if (field.current && field.current.value !== refused.text) timer.current = setTimeout(send, PAUSE);
  }, [refused]);

  // The page's data were read again while this stands here: a newer version is taken over where nothing typed is lost by it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a version
  useEffect(() => {
    if (stored.version <= version.current || (conflict && !isChosen(conflict.theirs.version))) return;
    const mine = conflict ? stored.text : (field.current?.value ?? stored.text);
    const found = reconcile({ stored: stored.text, mine, confirmed: confirmed.current, sending: sending.current !== null });
    if (found === "wait") return;
    clearTimeout(timer.current);
    setConflict(found === "conflict" ? { theirs: { ...stored, savedAt: stored.savedAt ?? new Date() }, mine } : null);
    if (found === "conflict") return;
    version.current = stored.version;
    confirmed.current = stored.text;
    confirmedAt.current = stored.savedAt;
    setShownVersion(stored.version);
    if (field.current) field.current.value = stored.text;
    forgetDraft(draftKey);
    setState(stored.savedAt ? { kind: "stored", at: stored.savedAt } : { kind: "empty" });
  }, [stored.version]);

  /** Whether what the server has now is what was chosen out of two texts, the one from elsewhere being version `theirs`. */
  function isChosen(theirs: number): boolean {
    const kept = readDraft(draftKey);
    return stored.version > theirs && (kept === null || kept.text === stored.text);
  }

  /** No line: the device keeps the text, and says so. */
  function lost() {
    const text = field.current?.value ?? "";
    setState({ kind: "offline", kept: keepDraft(draftKey, { text, version: version.current }) });
  }

  /** Runs `work` now, or when the save that is on its way has been answered. @returns true when it has to wait */
  function whenSaved(work: () => void): boolean {
    clearTimeout(timer.current);
    if (sending.current === null) return false;
    afterSaving.current = work;
    return true;
  }

  return { field, state, version: shownVersion, conflict, broughtBack, typed, send, lost, whenSaved };
}
