/** Choices kept on this device until the server has them. The prefix is that of every draft: signing out forgets them all. */
const keyOf = (attemptId: string) => `kring-draft test ${attemptId}`;

interface KeptChoices {
  /** what the server had last saved then, in milliseconds of its own clock */
  savedAt: number;
  fields: [name: string, value: string][];
}

/** A device that keeps nothing (private window, full storage) still works: the server saves as usual. */
function withStorage<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(window.localStorage);
  } catch {
    return null;
  }
}

export function keepChoices(attemptId: string, fields: [string, string][], savedAt: Date): void {
  withStorage((storage) => storage.setItem(keyOf(attemptId), JSON.stringify({ savedAt: savedAt.getTime(), fields } satisfies KeptChoices)));
}

export function forgetChoices(attemptId: string): void {
  withStorage((storage) => storage.removeItem(keyOf(attemptId)));
}

/** What this device kept and the server has not; forgotten when the server has saved something else since. */
export function keptChoices(attemptId: string, savedAt: Date): KeptChoices["fields"] | null {
  return withStorage((storage) => {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(attemptId)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("savedAt" in kept) || !("fields" in kept)) return null;
    if (kept.savedAt === savedAt.getTime() && Array.isArray(kept.fields)) return kept.fields.filter(isField);
    storage.removeItem(keyOf(attemptId));
    return null;
  });
}

const isField = (field: unknown): field is [string, string] =>
  Array.isArray(field) && typeof field[0] === "string" && typeof field[1] === "string";
