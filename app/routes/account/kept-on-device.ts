import type { DraftPrefix } from "../learn/drafts.ts";

const PREFIX: DraftPrefix = "kring-draft ";

/**
 * Whether this device holds a text of this person, or choices in a test, that the server does not have. A device that keeps nothing
 * has nothing to lose.
 */
export function hasUnsaved(personId: string, storage: () => Storage): boolean {
  try {
    return Object.keys(storage()).some((key) => key.startsWith(`${PREFIX}${personId} `) || key.startsWith(`${PREFIX}test `));
  } catch {
    return false;
  }
}
