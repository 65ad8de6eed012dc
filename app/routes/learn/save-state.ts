import { formatDateTime, formatTime } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";

/** Where a text is: one line says it, always in the same place. */
export type SaveState =
  | { kind: "empty" }
  /** as the page came from the server */
  | { kind: "stored"; at: Date }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "offline"; kept: boolean }
  | { kind: "signed-out" }
  | { kind: "closed" }
  | { kind: "gone" }
  | { kind: "handed-in" }
  | { kind: "too-long"; length: number; limit: number }
  | { kind: "too-short"; words: number; needed: number };

/** Problems stand out; the rest is quiet. */
export const isProblem = (state: SaveState): boolean => !["empty", "stored", "unsaved", "saving", "saved"].includes(state.kind);

export function stateWords(state: SaveState, locale: string): string {
  switch (state.kind) {
    case "empty":
      return m.learning_writing_empty();
    case "stored":
      return m.learning_writing_stored({ moment: formatDateTime(state.at, locale) });
    case "unsaved":
    case "saving":
      return m.learning_writing_unsaved();
    case "saved":
      return m.learning_writing_saved({ time: formatTime(state.at, locale) });
    case "offline":
      return state.kept ? m.learning_writing_offline() : m.learning_writing_offline_unkept();
    case "signed-out":
      return m.learning_writing_signed_out();
    case "closed":
      return m.learning_writing_closed();
    case "gone":
      return m.learning_writing_gone();
    case "handed-in":
      return m.learning_writing_handed_in_elsewhere();
    case "too-long":
      return m.learning_writing_too_long({ length: state.length, limit: state.limit });
    case "too-short":
      return m.learning_writing_too_short({ words: state.words, needed: state.needed });
  }
}

/** What a screen reader hears, once a change of kind: not at every save, and never while typing. */
export function announcement(state: SaveState, locale: string): string {
  if (state.kind === "saved") return m.learning_writing_saved_plain();
  return isProblem(state) ? stateWords(state, locale) : "";
}
