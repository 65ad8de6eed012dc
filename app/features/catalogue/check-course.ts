import { compose } from "./compile/compose.ts";
import { checkDisjoint, checkIds, checkReadingList, checkSources } from "./compile/course-rules.ts";
import { type CourseFile, courseSchema, referencesSchema } from "./compile/course-schema.ts";
import { type Glossary, glossaryOf, readGlossary } from "./compile/glossary.ts";
import { type IncludedCourse, outcomeOf, readIncluded, together } from "./compile/included.ts";
import { LEDGER_FILE, type Ledger, readLedger } from "./compile/ledger.ts";
import { compileLesson } from "./compile/lesson.ts";
import { missing, type ReadModule, readModule } from "./compile/module.ts";
import type { CourseFiles, Problem, Report } from "./compile/problems.ts";
import { reportUnreadable } from "./compile/readable-text.ts";
import { inText } from "./compile/references.ts";
import { compileRequirements } from "./compile/requirements.ts";
import { isAddressBesideCourses, isAddressBesideLessons } from "./compile/reserved-ids.ts";
import { type CompiledTest, compileFinalTest, type TestSurroundings } from "./compile/tests.ts";
import { type Located, readYaml } from "./compile/yaml-door.ts";
import type { CompiledCourse, CompiledLesson, TestDefinition, VignetteDefinition } from "./compiled.ts";

export type { CourseFiles, Problem } from "./compile/problems.ts";

export interface CheckedCourse {
  ok: true;
  course: CompiledCourse;
  lessons: CompiledLesson[];
  tests: TestDefinition[];
  vignettes: VignetteDefinition[];
  /** the file each lesson, test and vignette came from, by its id */
  origins: Readonly<Record<string, string>>;
  /** who made this revision, and why */
  author: string;
  reason: string;
  material: boolean;
}

export interface CheckOptions {
  /** the text was published before: where it has no ledger it is from before there were any, and is taken as it is */
  published?: boolean;
}

/**
 * Reads a course folder, given as text, into what is published. Pure: the same files give the same answer.
 * @returns the course, or everything that stands in the way, sorted by file and line
 */
export function checkCourse(
  files: CourseFiles,
  { published = false }: CheckOptions = {},
): CheckedCourse | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const checked = read(files, published, (problem) => problems.push(problem));
  if (checked && problems.length === 0) return checked;
  return { ok: false, problems: problems.sort((left, right) => left.file.localeCompare(right.file) || left.line - right.line) };
}

function read(files: CourseFiles, published: boolean, report: Report): CheckedCourse | null {
  const needed = ["course.yaml", "references.yaml", ...(published ? [] : [LEDGER_FILE])];
  const absent = needed.filter((name) => files[name] === undefined);
  for (const name of absent) report(missing(name, 1, name));
  if (absent.length > 0) return null;
  if (!published && reportUnreadable(files, report)) return null;
  const course = readYaml("course.yaml", files["course.yaml"] ?? "", courseSchema, report);
  const references = readYaml("references.yaml", files["references.yaml"] ?? "", referencesSchema, report);
  if (!course || !references) return null;
  if (isAddressBesideCourses(course.value.slug))
    report({
      file: course.file,
      line: course.line(["slug"]),
      message: `De slug ‘${course.value.slug}’ is een adres van de site zelf.`,
      advice: "Geef de cursus een andere slug, en de map dezelfde naam.",
    });
  checkSources(references, report);
  const included = readAllIncluded(course, files, report);
  const sources = together(course, new Map(Object.entries(references.value)), entriesOf(included, "sources"), "Bron", report);
  const hasLedger = files[LEDGER_FILE] !== undefined;
  const ownLedger = readLedger(LEDGER_FILE, files[LEDGER_FILE] ?? "{}", sources, report);
  if (!ownLedger) return null;
  const ledger = together(course, ownLedger, entriesOf(included, "ledger"), "Bewering", report);
  const glossary = together(
    course,
    readGlossary(course, report),
    included.map(({ slug, glossary }) => ({ slug, entries: glossaryOf(glossary) })),
    "Begrip",
    report,
  );
  const inTextOf = (key: string) => {
    const source = sources.get(key);
    return source ? inText(source) : null;
  };
  const aroundOf = (from: IncludedCourse | null): TestSurroundings => ({
    inText: inTextOf,
    hasClaim: (id) => ledger.has(id) || !hasLedger,
    isBareAdvice: (id) => ledger.get(id)?.verdict === "P" && ledger.get(id)?.sources.length === 0,
    outcomes: (from ?? course.value).outcomes.map((outcome) => outcome.id),
    report,
  });
  const modules = course.value.modules.flatMap((entry, index) => {
    const line = course.line(["modules", index]);
    if (course.value.modules.findIndex((other) => JSON.stringify(other) === JSON.stringify(entry)) !== index) {
      const name = typeof entry === "string" ? entry : entry.module;
      report({ file: course.file, line, message: `De module ‘${name}’ staat er twee keer.`, advice: "Haal er één weg." });
      return [];
    }
    if (typeof entry === "string") return readModule(entry, line, files, aroundOf(null)) ?? [];
    const from = included.find(({ slug }) => slug === entry.course);
    return from ? (readModule(`${from.base}${entry.module}`, line, files, aroundOf(from), from) ?? []) : [];
  });
  const outcomes = allOutcomes(modules, course, report);
  const { lessons, vignettes, origins } = compileLessons(modules, {
    files,
    wordsPerMinute: course.value.readingSpeed,
    inText: inTextOf,
    glossary,
    ledger: hasLedger || included.length > 0 ? ledger : null,
    report,
  });
  const finalName = course.value.finalTest;
  const finalText = finalName ? files[finalName] : undefined;
  if (finalName && finalText === undefined) report(missing("course.yaml", course.line(["finalTest"]), finalName));
  const aroundFinal = { ...aroundOf(null), outcomes: outcomes.map(({ id }) => id) };
  const finalTest = finalName && finalText !== undefined ? compileFinalTest(finalName, finalText, aroundFinal) : null;
  const compiledTests = [
    ...modules.flatMap((module) => (module.check ? underModule(module, module.check) : [])),
    ...(finalTest ? [finalTest] : []),
  ];
  checkIds(course, modules, compiledTests, report);
  checkDisjoint(compiledTests, report);
  const tests = compiledTests.map((test) => test.definition);
  const whole =
    modules.length === course.value.modules.length && modules.every((module) => module.whole) && (!finalName || finalTest !== null);
  // Of a part that could not be read it would only say that it is not there; why, has been said.
  const requirements = compileRequirements(course, lessons, tests, whole ? report : () => {});
  checkReadingList(course, sources, report);
  return {
    ok: true,
    course: compose({ file: course.value, modules, lessons, tests, requirements, sources, ledger, glossary, outcomes }, aroundOf(null)),
    lessons,
    tests,
    vignettes,
    origins: { ...origins, ...Object.fromEntries(compiledTests.map((test) => [test.definition.id, test.file])) },
    ...publication(course, report),
  };
}

/** The courses whose modules this one includes, each once. */
function readAllIncluded(course: Located<CourseFile>, files: CourseFiles, report: Report): IncludedCourse[] {
  const asked = new Map<string, number>();
  for (const [index, entry] of course.value.modules.entries())
    if (typeof entry !== "string" && !asked.has(entry.course)) asked.set(entry.course, course.line(["modules", index]));
  return [...asked].flatMap(([slug, line]) => readIncluded(slug, { file: course.file, line }, files, report) ?? []);
}

const entriesOf = <Name extends "sources" | "ledger">(included: readonly IncludedCourse[], name: Name) =>
  included.map((other) => ({ slug: other.slug, entries: other[name] as never }));

/** The outcomes of included modules under their module's name, and then the course's own. */
function allOutcomes(modules: readonly ReadModule[], course: Located<CourseFile>, report: Report): CompiledCourse["outcomes"] {
  const theirs = modules.flatMap(({ file, from }) =>
    (from?.outcomes ?? [])
      .filter(({ id }) => file.value.outcomes.includes(id))
      .map(({ id, text }) => ({ id: outcomeOf(file.value.id, id), text })),
  );
  const all = [...theirs, ...course.value.outcomes];
  if (all.length === 0)
    report({
      file: course.file,
      line: course.line(["outcomes"]),
      message: "Deze cursus heeft geen leerdoelen.",
      advice: "Schrijf bij outcomes wat iemand na afloop kan.",
    });
  return all;
}

/** A check as part of the course it is in: the outcomes of an included module carry its name. */
function underModule(module: ReadModule, check: CompiledTest): CompiledTest {
  if (!module.from) return check;
  const items = check.definition.items.map((item) => ({ ...item, outcome: outcomeOf(module.file.value.id, item.outcome) }));
  return { ...check, definition: { ...check.definition, items } };
}

interface AroundLessons {
  files: CourseFiles;
  wordsPerMinute: number;
  inText(key: string): string | null;
  glossary: Glossary;
  ledger: Ledger | null;
  report: Report;
}

function compileLessons(modules: readonly ReadModule[], { files, ...around }: AroundLessons) {
  const all = modules.flatMap((module) => module.lessons.map((lesson) => ({ lesson, module })));
  const linkTargets = new Map(
    all.map(({ lesson }) => [lesson.file, { lessonId: lesson.front.value.id, steps: new Set(lesson.steps.map((step) => step.id)) }]),
  );
  const unique = uniqueIds(around.report);
  const vignettes: VignetteDefinition[] = [];
  const origins: Record<string, string> = {};
  const lessons = all.map(({ lesson, module }) => {
    const { id } = lesson.front.value;
    if (isAddressBesideLessons(id))
      around.report({
        file: lesson.file,
        line: lesson.front.line(["id"]),
        message: `Het id ‘${id}’ is een adres van de site zelf.`,
        advice: "Geef de les een ander id.",
      });
    unique(id, lesson.file, lesson.front.line(["id"]));
    const path = (name: string) => `${module.from?.base ?? ""}${name}`;
    const result = compileLesson(lesson, {
      ...around,
      // What module.yaml names was held against course.yaml when the module was read.
      hasOutcome: (outcome) => module.file.value.outcomes.includes(outcome),
      fileText: (name) => files[path(name)],
      path,
      linkTargets,
    });
    for (const { id, line } of result.ids) unique(id, lesson.file, line);
    origins[id] = lesson.file;
    for (const { definition, file } of result.vignettes) {
      vignettes.push(definition);
      origins[definition.id] = file;
    }
    if (!module.from) return result.compiled;
    return { ...result.compiled, outcomes: result.compiled.outcomes.map((outcome) => outcomeOf(module.file.value.id, outcome)) };
  });
  return { lessons, vignettes, origins };
}

/** Says so when an id is met for the second time. */
function uniqueIds(report: Report): (id: string, file: string, line: number) => void {
  const seen = new Map<string, string>();
  return (id, file, line) => {
    const first = seen.get(id);
    if (first)
      report({
        file,
        line,
        message: `Het id ‘${id}’ komt al voor in ${first}.`,
        advice: "Geef elke les en elk blok een eigen id in de hele cursus.",
      });
    else seen.set(id, file);
  };
}

function publication(course: Located<CourseFile>, report: Report): { author: string; reason: string; material: boolean } {
  const { revision, revisionAuthor, revisionReason, revisionMaterial = false, authors } = course.value;
  if (revision > 1 && !revisionReason)
    report({
      file: course.file,
      line: course.line(["revision"]),
      message: `Bij revisie ${revision} staat niet waarom de tekst is gewijzigd.`,
      advice: "Vul revisionReason in, in één zin.",
    });
  const author = revisionAuthor ?? authors[0]?.name ?? "";
  return { author, reason: revisionReason ?? "Eerste publicatie van deze editie.", material: revisionMaterial };
}
