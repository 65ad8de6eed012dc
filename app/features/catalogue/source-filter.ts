import type { EvidenceLevel, Verdict } from "./compiled.ts";

/** One publication as the list of all sources shows it: once, however many courses rest on it. */
export interface ListedSource {
  key: string;
  short: string;
  full: string;
  level: EvidenceLevel;
  checked: boolean;
  checkedOn: string | null;
  /** only when that day is over */
  overdueSince: string | null;
  /** in Dutch: how it was seen, and what of it is not known */
  note: string | null;
  courses: string[];
  claims: ListedClaim[];
}

/** A statement that rests on it. */
export interface ListedClaim {
  id: string;
  text: string;
  verdict: Verdict;
  correction: string | null;
  courses: string[];
}

/** From what weighs most to what weighs least. */
export const evidenceLevels: readonly EvidenceLevel[] = [
  "meta-analysis",
  "rct",
  "cohort",
  "experiment",
  "theory",
  "expert-opinion",
  "popular",
];

export interface SourceWish {
  level: EvidenceLevel | null;
  course: string | null;
}

/** The levels that stand in the list, in their order. */
export const levelsAmong = (sources: readonly ListedSource[]) =>
  evidenceLevels.filter((level) => sources.some((source) => source.level === level));

/** Reads the wish out of an address. A value that no source has says nothing: an old link shows everything rather than nothing. */
export function sourceWishIn(parameters: URLSearchParams, sources: readonly ListedSource[]): SourceWish {
  const [level, course] = [parameters.get("level"), parameters.get("course")];
  return {
    level: levelsAmong(sources).find((known) => known === level) ?? null,
    course: course !== null && sources.some(({ courses }) => courses.includes(course)) ? course : null,
  };
}

/** The sources that answer the wish; of their claims only those of the course asked for. */
export function findSources(sources: readonly ListedSource[], { level, course }: SourceWish): ListedSource[] {
  return sources
    .filter((source) => (level === null || source.level === level) && (course === null || source.courses.includes(course)))
    .map((source) => (course === null ? source : { ...source, claims: source.claims.filter(({ courses }) => courses.includes(course)) }));
}
