import { type AccreditationWindow, isAccredited, type ShownText } from "./accreditations.ts";

export interface MaterialText extends ShownText {
  publishedAt: Date;
}

/**
 * Whether a register must hear of a material revision: it recognises the text now, and has not seen it. What it saw is the revision its
 * recognition begins with; where none is named, what was published before it began.
 */
export function mustHear(window: AccreditationWindow, text: MaterialText, now: Date): boolean {
  if (text.revision === 1 || !isAccredited(window, text, now)) return false;
  const named = window.editionsCovered.find(({ edition }) => edition === text.edition);
  return named ? text.revision > named.fromRevision : window.validFrom !== null && text.publishedAt >= window.validFrom;
}
