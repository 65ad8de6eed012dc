/** Which edition of a course is shown, which may be sold, and how an edition goes from draft to retired. */
export type EditionState = "draft" | "reviewed" | "on-sale" | "retired";
export type SalesMode = "sandbox" | "test" | "live";

export interface EditionFacts {
  number: string;
  state: string;
  reviewerName: string | null;
}

/** `2026.10` comes after `2026.9`. */
export function compareEditions(left: string, right: string): number {
  const [leftYear = 0, leftNumber = 0] = left.split(".").map(Number);
  const [rightYear = 0, rightNumber = 0] = right.split(".").map(Number);
  return leftYear - rightYear || leftNumber - rightNumber;
}

/** The newest edition on sale; where none is, the newest that is not retired. */
export function editionToShow<T extends EditionFacts>(editions: readonly T[]): T | null {
  const newestFirst = editions
    .filter((edition) => edition.state !== "retired")
    .sort((left, right) => compareEditions(right.number, left.number));
  return newestFirst.find((edition) => edition.state === "on-sale") ?? newestFirst[0] ?? null;
}

/**
 * Real money buys only what a named professional has reviewed and the office has put on sale, and only while nothing its text rests on
 * is `provisional`; play money also buys a draft, which its page says.
 */
export function maySell(edition: EditionFacts, mode: SalesMode, provisional: readonly unknown[]): boolean {
  if (edition.state === "retired") return false;
  return mode !== "live" || (edition.state === "on-sale" && edition.reviewerName !== null && provisional.length === 0);
}

export const editionActs = ["review", "put-on-sale", "take-off-sale", "retire"] as const;
export type EditionAct = (typeof editionActs)[number];

export type ActRefusal = "retired" | "on-sale" | "not-reviewed" | "not-on-sale" | "provisional";

/**
 * What an act makes of an edition's state, or why it may not be done. A review can be recorded again until the edition is on sale, to set a
 * mistake in it right; retiring is for good. In mode `live` nothing `provisional` is put on sale.
 */
export function afterAct(
  { state, reviewerName }: Pick<EditionFacts, "state" | "reviewerName">,
  act: EditionAct,
  { mode, provisional }: { mode: SalesMode; provisional: readonly unknown[] },
): { ok: true; state: EditionState } | { ok: false; reason: ActRefusal } {
  const no = (reason: ActRefusal) => ({ ok: false, reason }) as const;
  if (state === "retired") return no("retired");
  switch (act) {
    case "review":
      return state === "on-sale" ? no("on-sale") : { ok: true, state: "reviewed" };
    case "put-on-sale":
      if (state === "on-sale") return no("on-sale");
      if (state !== "reviewed" || reviewerName === null) return no("not-reviewed");
      return mode === "live" && provisional.length > 0 ? no("provisional") : { ok: true, state: "on-sale" };
    case "take-off-sale":
      return state === "on-sale" ? { ok: true, state: "reviewed" } : no("not-on-sale");
    case "retire":
      return { ok: true, state: "retired" };
  }
}
