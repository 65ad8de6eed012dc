import { join } from "node:path";
import type { CheckedCourse, CourseFiles, Problem } from "#app/features/catalogue/check-course.ts";
import { referencesSchema } from "#app/features/catalogue/compile/course-schema.ts";
import { claimsSchema } from "#app/features/catalogue/compile/ledger.ts";
import { readYaml } from "#app/features/catalogue/compile/yaml-door.ts";
import type { Block } from "#app/features/catalogue/compiled.ts";

/** A course's folder as it was read; `checked` only where it passed. */
export interface ReadCourseFolder {
  name: string;
  files: CourseFiles;
  checked: CheckedCourse | null;
}

/** Something that goes by a name which another course may use too. */
interface Named {
  /** as the maker calls it: ‘Bron’ */
  what: string;
  key: string;
  /** with its folder */
  file: string;
  line: number;
  /** the same for what says the same */
  content: string;
}

/**
 * Names that two courses give to different things. Each alone is right; but a masterclass cannot hold both, and a reader who meets a source
 * or a claim in two courses should meet the same one. Both places are named.
 */
export function overlapWarnings(courses: readonly ReadCourseFolder[]): Problem[] {
  const first = new Map<string, Named>();
  const warnings: Problem[] = [];
  for (const named of courses.flatMap(namedIn)) {
    const name = `${named.what} ${named.key}`;
    const known = first.get(name);
    if (known && known.content !== named.content)
      warnings.push({
        file: named.file,
        line: named.line,
        message: `${named.what} ‘${named.key}’ zegt iets anders dan in ${known.file}:${known.line}.`,
        advice: "Maak de twee gelijk, of geef ze elk een eigen naam. Een id dat al gepubliceerd is, verandert niet meer.",
      });
    first.set(name, known ?? named);
  }
  return warnings;
}

/** Of its own: what it includes from beside it is named there. */
function namedIn({ name, files, checked }: ReadCourseFolder): Named[] {
  const at = (file: string) => join(name, file);
  return [
    ...entriesOf(files["references.yaml"], referencesSchema).map((entry) => ({ what: "Bron", file: at("references.yaml"), ...entry })),
    ...entriesOf(files["claims.yaml"], claimsSchema).map((entry) => ({ what: "Bewering", file: at("claims.yaml"), ...entry })),
    ...(checked ? inLessons(checked, files).map((entry) => ({ ...entry, file: at(entry.file) })) : []),
  ];
}

function entriesOf(yaml: string | undefined, schema: typeof referencesSchema | typeof claimsSchema) {
  // What is wrong with the file, its course's own check says.
  const read = readYaml<Record<string, unknown>>("", yaml ?? "{}", schema, () => {});
  return Object.entries(read?.value ?? {}).map(([key, entry]) => ({ key, line: read?.line([key]) ?? 1, content: JSON.stringify(entry) }));
}

function inLessons({ lessons, vignettes, origins }: CheckedCourse, files: CourseFiles): Named[] {
  return lessons.flatMap((lesson) => {
    const file = origins[lesson.id] ?? "";
    if (file.startsWith("../")) return [];
    const text = files[file] ?? "";
    const lineOf = (pattern: RegExp) => text.split("\n").findIndex((line) => pattern.test(line)) + 1 || 1;
    const blocks = lesson.steps.flatMap((step) => step.blocks).flatMap((block) => ("id" in block ? [block] : []));
    return [
      { what: "Les", key: lesson.id, file, line: lineOf(new RegExp(`^id: *["']?${lesson.id}\\b`)), content: text },
      ...blocks.map((block) => ({
        what: "Blok",
        key: block.id,
        file,
        line: lineOf(new RegExp(`\\{#${block.id}[\\s}]`)),
        content: JSON.stringify(vignettes.find(({ id }) => id === block.id) ?? saying(block)),
      })),
    ];
  });
}

/** Which text of its lesson leads back from a source says nothing of the block itself. */
const saying = (block: Block) => ({ ...block, anchors: [], html: block.html.replace(/ id="cite-[^"]*"/g, "") });
