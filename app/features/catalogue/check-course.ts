import { compose } from "./compile/compose.ts";
import { checkDisjoint, checkIds, checkReadingList, checkSources } from "./compile/course-rules.ts";
import { type CourseFile, courseSchema, referencesSchema, type Source } from "./compile/course-schema.ts";
import { type Glossary, readGlossary } from "./compile/glossary.ts";
import { compileLesson } from "./compile/lesson.ts";
import { missing, type ReadModule, readModule } from "./compile/module.ts";
import type { CourseFiles, Problem, Report } from "./compile/problems.ts";
import { inText } from "./compile/references.ts";
import { compileRequirements } from "./compile/requirements.ts";
import { isAddressBesideCourses, isAddressBesideLessons } from "./compile/reserved-ids.ts";
import { compileFinalTest, type TestSurroundings } from "./compile/tests.ts";
import { type Located, readYaml } from "./compile/yaml-door.ts";
import type { CompiledCourse, CompiledLesson, TestDefinition } from "./compiled.ts";

export type { CourseFiles, Problem } from "./compile/problems.ts";

export interface CheckedCourse {
  ok: true;
  course: CompiledCourse;
  lessons: CompiledLesson[];
  tests: TestDefinition[];
  /** who made this revision, and why */
  author: string;
  reason: string;
}

/**
 * Reads a course folder, given as text, into what is published. Pure: the same files give the same answer.
 * @returns the course, or everything that stands in the way, sorted by file and line
 */
export function checkCourse(files: CourseFiles): CheckedCourse | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const checked = read(files, (problem) => problems.push(problem));
  if (checked && problems.length === 0) return checked;
  return { ok: false, problems: problems.sort((left, right) => left.file.localeCompare(right.file) || left.line - right.line) };
}

function read(files: CourseFiles, report: Report): CheckedCourse | null {
  const absent = ["course.yaml", "references.yaml"].filter((name) => files[name] === undefined);
  for (const name of absent) report(missing(name, 1, name));
  if (absent.length > 0) return null;
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
  const known = new Map<string, Source>(Object.entries(references.value));
  const around = {
    inText: (key: string) => {
      const source = known.get(key);
      return source ? inText(source) : null;
    },
    outcomes: course.value.outcomes.map((outcome) => outcome.id),
    report,
  };
  const modules = course.value.modules.flatMap((folder, index) => readModule(folder, course.line(["modules", index]), files, around) ?? []);
  const lessons = compileLessons(modules, files, course.value, { ...around, glossary: readGlossary(course, report) });
  const finalName = course.value.finalTest;
  const finalText = finalName ? files[finalName] : undefined;
  if (finalName && finalText === undefined) report(missing("course.yaml", course.line(["finalTest"]), finalName));
  const finalTest = finalName && finalText !== undefined ? compileFinalTest(finalName, finalText, around) : null;
  const compiledTests = [...modules.flatMap((module) => module.check ?? []), ...(finalTest ? [finalTest] : [])];
  checkIds(course, modules, compiledTests, report);
  checkDisjoint(compiledTests, report);
  const tests = compiledTests.map((test) => test.definition);
  const requirements = compileRequirements(course, lessons, tests, report);
  checkReadingList(course, known, report);
  const { author, reason } = publication(course, report);
  return {
    ok: true,
    course: compose({ file: course.value, modules, lessons, tests, requirements, sources: known }, around),
    lessons,
    tests,
    author,
    reason,
  };
}

function compileLessons(
  modules: ReadModule[],
  files: CourseFiles,
  course: CourseFile,
  around: TestSurroundings & { glossary: Glossary },
): CompiledLesson[] {
  const all = modules.flatMap((module) => module.lessons);
  const linkTargets = new Map(
    all.map((lesson) => [lesson.file, { lessonId: lesson.front.value.id, steps: new Set(lesson.steps.map((step) => step.id)) }]),
  );
  const seen = new Map<string, string>();
  const unique = (id: string, file: string, line: number) => {
    const first = seen.get(id);
    if (first)
      around.report({
        file,
        line,
        message: `Het id ‘${id}’ komt al voor in ${first}.`,
        advice: "Geef elke les en elk blok een eigen id in de hele cursus.",
      });
    else seen.set(id, file);
  };
  return all.map((lesson) => {
    if (isAddressBesideLessons(lesson.front.value.id))
      around.report({
        file: lesson.file,
        line: lesson.front.line(["id"]),
        message: `Het id ‘${lesson.front.value.id}’ is een adres van de site zelf.`,
        advice: "Geef de les een ander id.",
      });
    unique(lesson.front.value.id, lesson.file, lesson.front.line(["id"]));
    const { compiled, ids } = compileLesson(lesson, {
      ...around,
      hasOutcome: (id) => around.outcomes.includes(id),
      hasFile: (path) => path in files,
      fileText: (path) => files[path],
      linkTargets,
      wordsPerMinute: course.readingSpeed,
    });
    for (const { id, line } of ids) unique(id, lesson.file, line);
    return compiled;
  });
}

function publication(course: Located<CourseFile>, report: Report): { author: string; reason: string } {
  const { revision, revisionAuthor, revisionReason, authors } = course.value;
  if (revision > 1 && !revisionReason)
    report({
      file: course.file,
      line: course.line(["revision"]),
      message: `Bij revisie ${revision} staat niet waarom de tekst is gewijzigd.`,
      advice: "Vul revisionReason in, in één zin.",
    });
  return { author: revisionAuthor ?? authors[0]?.name ?? "", reason: revisionReason ?? "Eerste publicatie van deze editie." };
}
