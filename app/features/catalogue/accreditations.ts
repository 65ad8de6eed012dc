/** Dated recognition by a register. Points count only when the course is finished inside the window. */
export interface AccreditationWindow {
  status: string;
  validFrom: Date | null;
  validTo: Date | null;
  /** edition numbers; none: all */
  editionsCovered: readonly string[];
}

/** Whether an accreditation stands at `now` for an edition. Both ends of the window belong to it; an open end does not lapse. */
export function isAccredited(window: AccreditationWindow, edition: string, now: Date): boolean {
  if (window.status !== "granted") return false;
  if (window.validFrom === null || now < window.validFrom) return false;
  if (window.validTo !== null && now > window.validTo) return false;
  return window.editionsCovered.length === 0 || window.editionsCovered.includes(edition);
}

export type AccreditationStanding = "in-force" | "later" | "requested" | "refused" | "lapsed";

/** What to say of an accreditation at `now`. One that does not cover the edition counts as lapsed for it. */
export function standingOf(window: AccreditationWindow, edition: string, now: Date): AccreditationStanding {
  if (isAccredited(window, edition, now)) return "in-force";
  if (window.status === "requested" || window.status === "refused") return window.status;
  return window.status === "granted" && window.validFrom !== null && window.validFrom > now ? "later" : "lapsed";
}
