/** Texts kept on this device until the server has them. Keys name the person, so that two people on one device never mix; signing out clears them all (Clear-Site-Data). */
const PREFIX = "kring-draft ";
/** For who looks for drafts elsewhere: the type alone, so that no other page's code comes along. */
export type DraftPrefix = typeof PREFIX;

export interface Draft {
  text: string;
  /** the saved version it was typed on */
  version: number;
}

export const draftKey = (personId: string, slug: string, blockId: string): string => `${PREFIX}${personId} ${slug} ${blockId}`;

/** A device that keeps nothing (private window, full storage) still works: the server saves as usual. */
function withStorage<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(window.localStorage);
  } catch {
    return null;
  }
}

/** @returns false when this device cannot keep it */
export function keepDraft(key: string, draft: Draft): boolean {
  return (
    withStorage((storage) => {
      storage.setItem(key, JSON.stringify(draft));
      return true;
    }) ?? false
  );
}

export function readDraft(key: string): Draft | null {
  return withStorage((storage) => {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null || !("text" in kept) || !("version" in kept)) return null;
    return typeof kept.text === "string" && typeof kept.version === "number" ? { text: kept.text, version: kept.version } : null;
  });
}

export function forgetDraft(key: string): void {
  withStorage((storage) => storage.removeItem(key));
}
