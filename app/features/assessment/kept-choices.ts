/** Choices kept on this device until the server has them. The prefix is that of every draft: signing out forgets them all. */
const keyOf = (attemptId: string) => `kring-draft test ${attemptId}`;

export type Fields = [name: string, value: string][];

interface KeptChoices {
  /** what the server had last saved then, in milliseconds of its own clock */
  savedAt: number;
  fields: Fields;
  /** what was last sent without having heard that it was kept */
  sent: Fields;
}

/** A device that keeps nothing (private window, full storage) still works: the server saves as usual. */
function withStorage<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(window.localStorage);
  } catch {
    return null;
  }
}

export function keepChoices(attemptId: string, { fields, sent, savedAt }: { fields: Fields; sent: Fields; savedAt: Date }): void {
  const kept: KeptChoices = { savedAt: savedAt.getTime(), fields, sent };
  withStorage((storage) => storage.setItem(keyOf(attemptId), JSON.stringify(kept)));
}

export function forgetChoices(attemptId: string): void {
  withStorage((storage) => storage.removeItem(keyOf(attemptId)));
}

/**
 * What this device kept and the server has not; forgotten when the server has saved something else since. A line can drop between the
 * server's saving and its answer: what the server has is then what this device sent, and nothing else.
 * @param shown what the server has
 */
export function keptChoices(attemptId: string, savedAt: Date, shown: Fields): Fields | null {
  return withStorage((storage) => {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(attemptId)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("savedAt" in kept) || !("fields" in kept)) return null;
    const sent = "sent" in kept && Array.isArray(kept.sent) ? kept.sent.filter(isField) : [];
    const own = kept.savedAt === savedAt.getTime() || (sent.length > 0 && same(sent, shown));
    if (own && Array.isArray(kept.fields)) return kept.fields.filter(isField);
    storage.removeItem(keyOf(attemptId));
    return null;
  });
}

const same = (left: Fields, right: Fields): boolean => JSON.stringify(left.toSorted()) === JSON.stringify(right.toSorted());

const isField = (field: unknown): field is [string, string] =>
  Array.isArray(field) && typeof field[0] === "string" && typeof field[1] === "string";
