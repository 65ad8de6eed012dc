import type { Html } from "./compiled.ts";

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** What HTML of our own compiler says, as one line of plain text. Signs that were escaped are themselves again: not for setting as HTML. */
export const textOf = (html: Html): string =>
  html
    // An end of a line parts words; emphasis within a word does not.
    .replace(/<(?:\/(?:p|li|h\d|t[dhr]|blockquote|div|pre)|[bh]r)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      name ? (named[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
