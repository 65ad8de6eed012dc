/** Which edition of a course is shown and which may be sold. */
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

/** Real money buys only what a named professional has reviewed and the office has put on sale; play money also buys a draft. */
export function maySell(edition: EditionFacts, mode: SalesMode): boolean {
  if (edition.state === "retired") return false;
  return mode !== "live" || (edition.state === "on-sale" && edition.reviewerName !== null);
}
