import { checkSources } from "./course-rules.ts";
import type { CourseFile, Source } from "./course-schema.ts";
import { courseSchema, referencesSchema } from "./course-schema.ts";
import { LEDGER_FILE, type Ledger, readLedger } from "./ledger.ts";
import type { CourseFiles, Report } from "./problems.ts";
import { type Located, readYaml } from "./yaml-door.ts";

/** Where the files of another course stand among a course's own: as seen from its folder. */
export const besideFolder = (slug: string): string => `../${slug}/`;

/** A course of which a module is included by reference: what its lessons and tests lean on. */
export interface IncludedCourse {
  slug: string;
  title: string;
  base: string;
  outcomes: CourseFile["outcomes"];
  glossary: CourseFile["glossary"];
  sources: ReadonlyMap<string, Source>;
  ledger: Ledger;
}

/** Reads what stands around an included module. @returns null when that course is not there or was refused */
export function readIncluded(
  slug: string,
  asked: { file: string; line: number },
  files: CourseFiles,
  report: Report,
): IncludedCourse | null {
  const base = besideFolder(slug);
  const text = files[`${base}course.yaml`];
  if (text === undefined) {
    report({
      ...asked,
      message: `De cursus ‘${slug}’ waaruit een module komt, is er niet.`,
      advice: "Verbeter de naam bij course: die van de map van de andere cursus.",
    });
    return null;
  }
  const course = readYaml(`${base}course.yaml`, text, courseSchema, report);
  const references = readYaml(`${base}references.yaml`, files[`${base}references.yaml`] ?? "{}", referencesSchema, report);
  if (!course || !references) return null;
  checkSources(references, report);
  const sources = new Map(Object.entries(references.value));
  const { title, outcomes, glossary } = course.value;
  const ledger = readLedger(`${base}${LEDGER_FILE}`, files[`${base}${LEDGER_FILE}`] ?? "{}", sources, report);
  return ledger && { slug, title, base, outcomes, glossary, sources, ledger };
}

/** In a masterclass the outcomes of its modules stand together: each gets its module's name before it. */
export const outcomeOf = (moduleId: string, outcome: string): string => `${moduleId}-${outcome}`;

/**
 * Puts what several courses say side by side under one key. The same key must say the same everywhere: a reader who meets a source, a
 * claim or a term twice meets one thing.
 */
export function together<T>(
  course: Located<CourseFile>,
  own: ReadonlyMap<string, T>,
  others: readonly { slug: string; entries: ReadonlyMap<string, T> }[],
  what: string,
  report: Report,
): Map<string, T> {
  const all = new Map(own);
  for (const { slug, entries } of others) {
    for (const [key, entry] of entries) {
      const known = all.get(key);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(entry))
        report({
          file: course.file,
          line: course.line(["modules"]),
          message: `${what} ‘${key}’ is in ‘${slug}’ anders beschreven dan in een andere module van deze cursus.`,
          advice: "Maak de twee gelijk, of geef ze elk een eigen naam.",
        });
      all.set(key, entry);
    }
  }
  return all;
}
