/**
 * What to look for in " name address", for ILIKE. One or two letters are the start of a word: in the middle of one they would fit
 * nearly everybody, and no index knows pieces that short.
 */
export function searchPattern(search: string): string {
  const literal = search.replace(/[\\%_]/g, "\\$&");
  return [...search].length < 3 ? `% ${literal}%` : `%${literal}%`;
}
