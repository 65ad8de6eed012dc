import { describe, expect, it } from "vitest";
import { type Mistake, mistakes } from "#tests/support/golden-mistakes.ts";
import { guideCourse } from "#tests/support/guide-course.ts";
import { type CourseFiles, checkCourse, type Problem } from "./check-course.ts";

const files = guideCourse();

function withMistake({ file, from, to, more }: Pick<Mistake, "file" | "from" | "to" | "more">): CourseFiles {
  const before = files[file] ?? "";
  const after = before.replace(from, to);
  expect(after, "the mistake must change something").not.toBe(before);
  return { ...files, ...more, [file]: after };
}

function problemsIn(course: CourseFiles): Problem[] {
  const checked = checkCourse(course);
  return checked.ok ? [] : checked.problems;
}

describe("what is said of a mistake, and what to do", { timeout: 30_000 }, () => {
  it.each(mistakes)("$what", (mistake) => {
    const course = withMistake(mistake);
    const file = mistake.at ?? mistake.file;
    const { message, advice } = mistake;
    const found = problemsIn(course).find((problem) => problem.file === file && problem.message === message);
    expect(found ?? problemsIn(course)).toMatchObject({ file, message, advice });
    if (mistake.line !== null) expect(course[file]?.split("\n")[(found?.line ?? 0) - 1]).toBe(mistake.line);
  });

  it.each([
    ["a tab", "  - id: a\n    text: Je kunt in", "  - id: a\n\ttext: Je kunt in", "\ttext: Je kunt in"],
    ["a colon in a text without quotes", "title: Stilte laten", "title: Stilte: laten", "title: Stilte: laten"],
    ["a field written twice", "level: hbo+", "level: hbo+\nlevel: mbo-4", "level: mbo-4"],
  ])("YAML that cannot be read, because of %s", (_what, from, to, line) => {
    const course = withMistake({ file: "course.yaml", from, to });
    const found = problemsIn(course);
    expect(found[0]).toMatchObject({
      file: "course.yaml",
      message: expect.stringMatching(/^Dit is geen geldige YAML: /),
      advice: expect.stringContaining("Let op inspringen, dubbele punten en aanhalingstekens."),
    });
    expect(course["course.yaml"]?.split("\n")[(found[0]?.line ?? 0) - 1]).toContain(line);
  });

  it("names a file that is not there, at the file itself", () => {
    for (const name of ["course.yaml", "references.yaml", "claims.yaml"]) {
      const { [name]: _gone, ...rest } = files;
      expect(problemsIn(rest)).toEqual([
        {
          file: name,
          line: 1,
          message: `Het bestand ‘${name}’ bestaat niet.`,
          advice: "Verbeter de naam, of zet het bestand in de cursusmap.",
        },
      ]);
    }
  });
});
