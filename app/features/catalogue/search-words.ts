const MOST_LETTERS = 100;
const MOST_WORDS = 8;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Round what was found in a piece of text; no text of ours has these. */
export const HIT = { begin: "\u0002", end: "\u0003" } as const;

/** The words of a text, in order, as they are written. */
export const wordsIn = (text: string): string[] => text.match(word) ?? [];

/** A word without its capitals and accents: ‘Coördinatie’ → ‘coordinatie’. */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What somebody asks for, as it is shown to them again: on one line, and no longer than anyone needs. */
export const askedIn = (typed: string | null): string =>
  (typed ?? "")
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .trim()
    .slice(0, MOST_LETTERS)
    .toWellFormed();

/** The words of it that are looked for, as they were written: the first few, each once. */
export const wordsAsked = (asked: string): string[] =>
  [...new Map(wordsIn(asked.toLowerCase()).map((one) => [folded(one), one])).values()].slice(0, MOST_WORDS);

export interface Piece {
  text: string;
  hit: boolean;
}

/** A snippet in pieces, those that were found set apart. Each is text, whatever signs are in it. */
export function piecesOf(snippet: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, part] of snippet.split(HIT.begin).entries()) {
    const [hit = "", after] = index === 0 ? ["", part] : part.split(HIT.end);
    if (hit) pieces.push({ text: hit, hit: true });
    if (after) pieces.push({ text: after, hit: false });
  }
  return pieces;
}
