/**
 * What to look for in " name address", for ILIKE. One or two letters are the start of a word: in the middle of one they would fit
 * nearly everybody, and no index knows pieces that short.
 */
export function searchPattern(search: string): string {
  const literal = search.replace(/[\\%_]/g, "\\$&");
  return [...search].length < 3 ? `% ${literal}%` : `%${literal}%`;
}

/** The order reference that was meant, as it is read out from a receipt: "bestelling ndxs 5691", O for 0, I and L for 1. */
export function referenceTyped(search: string): string {
  return search
    .toUpperCase()
    .replace(/^\s*(BESTELLING|ORDER)\b/, "")
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}
