import { type ModuleFile, moduleSchema } from "./course-schema.ts";
import type { IncludedCourse } from "./included.ts";
import type { CourseFiles, Problem } from "./problems.ts";
import { type ReadLesson, readLesson } from "./read-lesson.ts";
import { type CompiledTest, compileCheck, type TestSurroundings } from "./tests.ts";
import { type Located, readYaml } from "./yaml-door.ts";

/** A module folder: its lessons read but not yet compiled, because they may link to one another. */
export interface ReadModule {
  folder: string;
  /** the course it was included from by reference; null for a module of the course's own */
  from: IncludedCourse | null;
  file: Located<ModuleFile>;
  lessons: ReadLesson[];
  check: CompiledTest | null;
  /** false when a lesson or the check could not be read: what others say of them cannot be judged */
  whole: boolean;
}

/** The problem of a file that is named and not there. */
export const missing = (file: string, line: number, path: string): Problem => ({
  file,
  line,
  message: `Het bestand ‘${path}’ bestaat niet.`,
  advice: "Verbeter de naam, of zet het bestand in de cursusmap.",
});

/** @returns null when module.yaml is not there or was refused */
export function readModule(
  folder: string,
  line: number,
  files: CourseFiles,
  around: TestSurroundings,
  from: IncludedCourse | null = null,
): ReadModule | null {
  const path = `${folder}/module.yaml`;
  const text = files[path];
  if (text === undefined) {
    around.report(missing("course.yaml", line, path));
    return null;
  }
  const file = readYaml(path, text, moduleSchema, around.report);
  if (!file) return null;
  for (const [index, outcome] of file.value.outcomes.entries()) {
    if (!around.outcomes.includes(outcome))
      around.report({
        file: path,
        line: file.line(["outcomes", index]),
        message: `Leerdoel ‘${outcome}’ staat niet in course.yaml.`,
        advice: "Gebruik een van de leerdoelen uit course.yaml.",
      });
  }
  const names = Object.keys(files)
    .filter((name) => name.startsWith(`${folder}/`) && name.endsWith(".md"))
    .sort();
  if (names.length === 0)
    around.report({
      file: path,
      line: 1,
      message: "Deze module heeft geen lessen.",
      advice: `Zet lessen in de map ${folder}: 01-naam.md, 02-naam.md.`,
    });
  const lessons = names.flatMap((name) => readLesson(name, file.value.id, files[name] ?? "", around.report) ?? []);
  const checkPath = file.value.check ? `${folder}/${file.value.check}` : null;
  const checkText = checkPath ? files[checkPath] : undefined;
  if (checkPath && checkText === undefined) around.report(missing(path, file.line(["check"]), checkPath));
  const check = checkPath && checkText !== undefined ? compileCheck(checkPath, checkText, around) : null;
  return { folder, from, file, lessons, check, whole: lessons.length === names.length && (check !== null || checkPath === null) };
}
