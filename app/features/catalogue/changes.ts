import type { Requirement } from "./compiled.ts";

/** A lesson or test of a revision, by its id; `mark` is the same as long as its text is. */
export interface Part {
  id: string;
  title: string;
  mark: string;
}

export interface PartChanges {
  changed: string[];
  added: string[];
  removed: string[];
}

/** What became of the parts of a text from one revision to the next, by title. Another order is no change. */
export function partChanges(before: readonly Part[], after: readonly Part[]): PartChanges {
  const was = new Map(before.map((part) => [part.id, part]));
  const is = new Set(after.map(({ id }) => id));
  return {
    changed: after.filter(({ id, mark }) => was.has(id) && was.get(id)?.mark !== mark).map(({ title }) => title),
    added: after.filter(({ id }) => !was.has(id)).map(({ title }) => title),
    removed: before.filter(({ id }) => !is.has(id)).map(({ title }) => title),
  };
}

export interface RequirementChange {
  was: Requirement | null;
  is: Requirement | null;
}

/** The same condition in two editions: of its kind, and about the same test where it is about one. */
const subjectOf = (requirement: Requirement) => ("test" in requirement ? `${requirement.type} ${requirement.test}` : requirement.type);

/** The same condition exactly, whatever order its lessons are listed in. */
const contentOf = (requirement: Requirement) =>
  JSON.stringify(Object.values(requirement).map((value) => (Array.isArray(value) ? value.toSorted() : value)));

/** The conditions for the certificate that are others, new or gone from one edition to the next. */
export function requirementChanges(before: readonly Requirement[], after: readonly Requirement[]): RequirementChange[] {
  const was = new Map(before.map((requirement) => [subjectOf(requirement), requirement]));
  const is = new Map(after.map((requirement) => [subjectOf(requirement), requirement]));
  const changed = after.flatMap((requirement): RequirementChange[] => {
    const old = was.get(subjectOf(requirement)) ?? null;
    return old && contentOf(old) === contentOf(requirement) ? [] : [{ was: old, is: requirement }];
  });
  const gone = before.filter((requirement) => !is.has(subjectOf(requirement))).map((requirement) => ({ was: requirement, is: null }));
  return [...changed, ...gone];
}
