import type { TextVersion } from "#app/features/learning/writing.server.ts";

/** What a save or hand-in of a text answers, when it is not a trip to another page. */
export type WritingAnswer =
  | { kind: "saved"; version: number; savedAt: Date }
  | { kind: "signed-out"; text: string; next: string }
  /** access ended while typing */
  | { kind: "closed"; text: string; next: string }
  /** a correction of the course took its place away while the page was open */
  | { kind: "gone"; text: string; next: string }
  | { kind: "too-long"; text: string; version: number; length: number; limit: number }
  | { kind: "too-short"; text: string; version: number; words: number; needed: number }
  | { kind: "stale"; theirs: TextVersion; mine: string }
  | { kind: "handed-in"; text: string }
  | { kind: "offline" };
