/** Dated recognition by a register. Points count only when the course is finished inside the window. */
export interface AccreditationWindow {
  status: string;
  validFrom: Date | null;
  validTo: Date | null;
  /** none: every edition */
  editionsCovered: readonly CoveredEdition[];
}

/** An edition a register has seen, from the revision it saw first. */
export interface CoveredEdition {
  edition: string;
  fromRevision: number;
}

/** The text it is about. */
export interface ShownText {
  edition: string;
  revision: number;
}

/** Covered editions as they come out of the database: those from provider.yaml are a bare number and hold from the first revision on. */
export function coveredEditions(stored: unknown): CoveredEdition[] {
  return (stored as (string | CoveredEdition)[]).map((one) => (typeof one === "string" ? { edition: one, fromRevision: 1 } : one));
}

/** Whether the register has recognised this text, whenever that holds. */
export function covers({ editionsCovered }: Pick<AccreditationWindow, "editionsCovered">, { edition, revision }: ShownText): boolean {
  return editionsCovered.length === 0 || editionsCovered.some((one) => one.edition === edition && revision >= one.fromRevision);
}

/** Whether an accreditation stands at `now` for a text. Both ends of the window belong to it; an open end does not lapse. */
export function isAccredited(window: AccreditationWindow, text: ShownText, now: Date): boolean {
  return standingOf(window, text, now) === "in-force";
}

export const accreditationStates = ["requested", "granted", "refused", "lapsed"] as const;
export type AccreditationState = (typeof accreditationStates)[number];

export type AccreditationStanding = "in-force" | "later" | "requested" | "refused" | "lapsed" | "other-text";

/** What to say of an accreditation of a text at `now`: `other-text` would be in force, had the register seen this edition or revision. */
export function standingOf(window: AccreditationWindow, text: ShownText, now: Date): AccreditationStanding {
  const { status, validFrom, validTo } = window;
  if (status === "requested" || status === "refused") return status;
  if (status !== "granted" || validFrom === null || (validTo !== null && now > validTo)) return "lapsed";
  if (!covers(window, text)) return "other-text";
  return now < validFrom ? "later" : "in-force";
}

/** What a buyer must know beforehand: registers that gave or will give points for the course, and do not for what is bought now. */
export function withoutPoints<T extends { register: string; standing: AccreditationStanding }>(accreditations: readonly T[]): T[] {
  const counting = new Set(accreditations.filter(({ standing }) => standing === "in-force").map(({ register }) => register));
  const seen = new Set<string>();
  return accreditations.filter(({ register, standing }) => {
    if (counting.has(register) || seen.has(register)) return false;
    if (standing !== "lapsed" && standing !== "later" && standing !== "other-text") return false;
    seen.add(register);
    return true;
  });
}
