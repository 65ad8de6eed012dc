import type { CompiledCourse, CompiledLesson, Reference, Requirement, TestDefinition } from "./compiled.ts";
import { type CourseFile, courseSchema, type ModuleFile, moduleSchema, referencesSchema, type Source } from "./compile/course-schema.ts";
import { compileLesson, type ReadLesson, readLesson } from "./compile/lesson.ts";
import type { CourseFiles, Problem, Report } from "./compile/problems.ts";
import { compileReference, inText } from "./compile/references.ts";
import { computeStudyLoad, lessonMinutes, questionsDrawn } from "./compile/study-load.ts";
import { compileCheck, compileFinalTest, type CompiledTest, inlineHtml, normalisedStem } from "./compile/tests.ts";
import { type Located, readYaml } from "./compile/yaml-door.ts";

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

interface ReadModule {
  folder: string;
  file: Located<ModuleFile>;
  lessons: ReadLesson[];
  check: CompiledTest | null;
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
  const lessons = compileLessons(modules, files, course.value, around);
  const finalName = course.value.finalTest;
  const finalText = finalName ? files[finalName] : undefined;
  if (finalName && finalText === undefined) report(missing("course.yaml", course.line(["finalTest"]), finalName));
  const finalTest = finalName && finalText !== undefined ? compileFinalTest(finalName, finalText, around) : null;
  const compiledTests = [...modules.flatMap((module) => module.check ?? []), ...(finalTest ? [finalTest] : [])];
  checkIds(course, modules, compiledTests, report);
  checkDisjoint(compiledTests, report);
  const tests = compiledTests.map((test) => test.definition);
  const requirements = compileRequirements(course, lessons, tests, report);
  checkCourseFile(course, known, report);
  const { author, reason } = publication(course, report);
  return { ok: true, course: compose(course.value, modules, lessons, tests, requirements, known, around), lessons, tests, author, reason };
}

const missing = (file: string, line: number, path: string): Problem => ({ file, line, message: `Het bestand ‘${path}’ bestaat niet.`, advice: "Verbeter de naam, of zet het bestand in de cursusmap." });

type Around = Parameters<typeof compileCheck>[2];

function readModule(folder: string, line: number, files: CourseFiles, around: Around): ReadModule | null {
  const path = `${folder}/module.yaml`;
  const text = files[path];
  if (text === undefined) {
    around.report(missing("course.yaml", line, path));
    return null;
  }
  const file = readYaml(path, text, moduleSchema, around.report);
  if (!file) return null;
  for (const [index, outcome] of file.value.outcomes.entries()) {
    if (!around.outcomes.includes(outcome)) around.report({ file: path, line: file.line(["outcomes", index]), message: `Leerdoel ‘${outcome}’ staat niet in course.yaml.`, advice: "Gebruik een van de leerdoelen uit course.yaml." });
  }
  const names = Object.keys(files).filter((name) => name.startsWith(`${folder}/`) && name.endsWith(".md")).sort();
  if (names.length === 0) around.report({ file: path, line: 1, message: "Deze module heeft geen lessen.", advice: `Zet lessen in de map ${folder}: 01-naam.md, 02-naam.md.` });
  const lessons = names.flatMap((name) => readLesson(name, file.value.id, files[name] ?? "", around.report) ?? []);
  const checkPath = file.value.check ? `${folder}/${file.value.check}` : null;
  const checkText = checkPath ? files[checkPath] : undefined;
  if (checkPath && checkText === undefined) around.report(missing(path, file.line(["check"]), checkPath));
  return { folder, file, lessons, check: checkPath && checkText !== undefined ? compileCheck(checkPath, checkText, around) : null };
}

function compileLessons(modules: ReadModule[], files: CourseFiles, course: CourseFile, around: Around): CompiledLesson[] {
  const all = modules.flatMap((module) => module.lessons);
  const linkTargets = new Map(all.map((lesson) => [lesson.file, { lessonId: lesson.front.value.id, steps: new Set(lesson.steps.map((step) => step.id)) }]));
  const seen = new Map<string, string>();
  const unique = (id: string, file: string, line: number) => {
    const first = seen.get(id);
    if (first) around.report({ file, line, message: `Het id ‘${id}’ komt al voor in ${first}.`, advice: "Geef elke les en elk blok een eigen id in de hele cursus." });
    else seen.set(id, file);
  };
  return all.map((lesson) => {
    unique(lesson.front.value.id, lesson.file, lesson.front.line(["id"]));
    const { compiled, ids } = compileLesson(lesson, {
      ...around,
      hasOutcome: (id) => around.outcomes.includes(id),
      hasFile: (path) => path in files,
      linkTargets,
      wordsPerMinute: course.readingSpeed,
    });
    for (const { id, line } of ids) unique(id, lesson.file, line);
    return compiled;
  });
}

/** A source can be called by some name, and says when it was looked up exactly when it was. */
function checkSources(references: Located<Record<string, Source>>, report: Report): void {
  for (const [key, source] of Object.entries(references.value)) {
    const fault = (message: string, advice: string) => report({ file: references.file, line: references.line([key]), message: `Bron ‘${key}’: ${message}`, advice });
    if (inText(source).replace(/[\d, ]/g, "") === "") fault("er is geen auteur, titel of label.", "Vul een label in: hoe noem je deze bron in de lopende tekst?");
    if (!source.title && !source.description) fault("er is geen titel en geen omschrijving.", "Vul title of description in.");
    if (source.checked && !source.checkedOn) fault("wanneer is de bron nagetrokken?", "Vul checkedOn in, of zet checked op false.");
    if (!source.checked && source.DOI) fault("een bron die niet is nagetrokken, heeft hier geen DOI.", "Haal de DOI weg, of trek de bron na.");
  }
}

function checkIds(course: Located<CourseFile>, modules: ReadModule[], tests: CompiledTest[], report: Report): void {
  const twice = (ids: readonly string[], where: (index: number) => { file: string; line: number }, what: string) => {
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) !== index) report({ ...where(index), message: `${what} ‘${id}’ komt twee keer voor.`, advice: "Geef elk een eigen id." });
    }
  };
  twice(course.value.outcomes.map((outcome) => outcome.id), (index) => ({ file: course.file, line: course.line(["outcomes", index]) }), "Leerdoel");
  twice(modules.map((module) => module.file.value.id), (index) => ({ file: modules[index]?.file.file ?? "", line: modules[index]?.file.line(["id"]) ?? 1 }), "Module");
  twice(tests.map((test) => test.definition.id), (index) => ({ file: tests[index]?.file ?? "", line: 1 }), "Toets");
  for (const test of tests) twice(test.definition.items.map((item) => item.id), (index) => ({ file: test.file, line: test.itemLine(index) }), "Vraag");
}

/** What is asked in a check is known; a final test must ask something else. */
function checkDisjoint(tests: CompiledTest[], report: Report): void {
  const practised = tests.filter((test) => test.definition.kind === "check").flatMap((test) => test.definition.items.map((item) => ({ ...item, file: test.file })));
  for (const test of tests.filter((candidate) => candidate.definition.kind === "final")) {
    for (const [index, item] of test.definition.items.entries()) {
      const same = practised.find((other) => other.id === item.id || normalisedStem(other.stem) === normalisedStem(item.stem));
      if (same) report({ file: test.file, line: test.itemLine(index), message: `Vraag ‘${item.id}’ staat ook in ${same.file} (‘${same.id}’).`, advice: "Schrijf voor de eindtoets een andere vraag." });
    }
  }
}

function compileRequirements(course: Located<CourseFile>, lessons: CompiledLesson[], tests: TestDefinition[], report: Report): Requirement[] {
  const cases = new Set(lessons.flatMap((lesson) => lesson.steps.flatMap((step) => step.blocks.flatMap((block) => (block.kind === "case" ? [block.id] : [])))));
  return course.value.requirements.flatMap((requirement, index): Requirement[] => {
    const fault = (message: string, advice: string) => report({ file: course.file, line: course.line(["requirements", index]), message, advice });
    if (course.value.requirements.findIndex((other) => JSON.stringify(other) === JSON.stringify(requirement)) !== index) fault("Deze eis staat er twee keer.", "Haal er één weg.");
    switch (requirement.type) {
      case "lessons-finished":
        return [{ type: requirement.type, lessons: lessons.map((lesson) => lesson.id) }];
      case "cases-written":
        for (const id of requirement.cases) if (!cases.has(id)) fault(`Casus ‘${id}’ bestaat niet in de lessen.`, "Verbeter het id, of haal de eis weg.");
        return [{ type: requirement.type, cases: requirement.cases }];
      case "check-passed":
      case "final-test-passed": {
        const test = requirement.type === "check-passed" ? tests.find((candidate) => candidate.kind === "check" && candidate.id === requirement.check) : tests.find((candidate) => candidate.kind === "final");
        if (!test) {
          fault("Deze eis gaat over een toets die er niet is.", "Verbeter het id, voeg de toets toe, of haal de eis weg.");
          return [];
        }
        if (test.percent !== requirement.percent) fault(`De eis zegt ${requirement.percent} %, de toets zelf ${test.percent} %.`, "Maak de twee gelijk.");
        return [{ type: requirement.type, test: test.id, percent: requirement.percent }];
      }
    }
  });
}

function checkCourseFile(course: Located<CourseFile>, known: ReadonlyMap<string, Source>, report: Report): void {
  for (const [index, entry] of course.value.readingList.entries()) {
    if (!known.has(entry.ref)) report({ file: course.file, line: course.line(["readingList", index]), message: `Bron ‘${entry.ref}’ staat niet in references.yaml.`, advice: "Voeg de bron toe, of verbeter de sleutel." });
  }
}

function publication(course: Located<CourseFile>, report: Report): { author: string; reason: string } {
  const { revision, revisionAuthor, revisionReason, authors } = course.value;
  if (revision > 1 && !revisionReason) report({ file: course.file, line: course.line(["revision"]), message: `Bij revisie ${revision} staat niet waarom de tekst is gewijzigd.`, advice: "Vul revisionReason in, in één zin." });
  return { author: revisionAuthor ?? authors[0]?.name ?? "", reason: revisionReason ?? "Eerste publicatie van deze editie." };
}

function compose(file: CourseFile, modules: ReadModule[], lessons: CompiledLesson[], tests: TestDefinition[], requirements: Requirement[], known: ReadonlyMap<string, Source>, around: Around): CompiledCourse {
  const finalTest = tests.find((test) => test.kind === "final");
  const references = Object.fromEntries([...known].map(([key, source]): [string, Reference] => [key, compileReference(key, source)]));
  return {
    slug: file.slug,
    kind: file.kind,
    title: file.title,
    titleEn: file.titleEn ?? null,
    summary: file.summary,
    summaryEn: file.summaryEn ?? null,
    audience: file.audience,
    level: file.level,
    entryLevel: file.entryLevel,
    language: file.language,
    edition: file.edition,
    revision: file.revision,
    delivery: file.delivery,
    accessMonths: file.accessMonths,
    readingSpeed: file.readingSpeed,
    readingSpeedReason: file.readingSpeedReason,
    outcomes: file.outcomes,
    authors: file.authors,
    reviewers: file.reviewers,
    registersAimedAt: file.registersAimedAt,
    registersNote: file.registersNote,
    disclaimer: file.disclaimer,
    questions: file.questions,
    readingList: file.readingList.map(({ ref, why }) => ({ key: ref, note: why })),
    glossary: file.glossary,
    modules: modules.map((module) => ({
      id: module.file.value.id,
      title: module.file.value.title,
      recap: inlineHtml(module.file.value.recap, around.inText, (message) => around.report({ file: module.file.file, line: module.file.line(["recap"]), message: `Samenvatting: ${message}`, advice: "Schrijf gewone Markdown met [@bron]." })),
      check: module.check?.definition.id ?? null,
      lessons: module.lessons.flatMap((read) => {
        const lesson = lessons.find((candidate) => candidate.id === read.front.value.id);
        return lesson ? [{ id: lesson.id, title: lesson.title, summary: lesson.summary, minutes: lessonMinutes(lesson), preview: read.front.value.preview, steps: lesson.steps.map(({ id, title }) => ({ id, title })) }] : [];
      }),
    })),
    finalTest: finalTest ? { id: finalTest.id, title: finalTest.title, questions: questionsDrawn(finalTest), percent: finalTest.percent, attempts: finalTest.attempts, waitHours: finalTest.waitHours } : null,
    requirements,
    references,
    studyLoad: computeStudyLoad(lessons, tests),
  };
}
