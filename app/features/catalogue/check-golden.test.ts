import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Mistake, mistakes } from "#tests/support/golden-mistakes.ts";
import { guideCourse } from "#tests/support/guide-course.ts";
import { type CourseFiles, checkCourse, type Problem } from "./check-course.ts";
import { readYaml } from "./compile/yaml-door.ts";
import { providerFileSchema } from "./provider-file.ts";

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
    ["a tab", "  - id: a\n    text: Je kunt in", "  - id: a\n\ttext: Je kunt in", "\ttext: Je kunt in", "de regel springt in met een tab."],
    [
      "a colon in a text without quotes",
      "title: Stilte laten",
      "title: Stilte: laten",
      "title: Stilte: laten",
      "op deze regel staan twee dubbele punten, of hij is te ver ingesprongen.",
    ],
    ["a field written twice", "level: hbo+", "level: hbo+\nlevel: mbo-4", "level: mbo-4", "dit veld staat er twee keer."],
    [
      "a quote that is not closed",
      "title: Stilte laten",
      "title: 'Stilte laten",
      "title: 'Stilte laten",
      "een aanhalingsteken is niet gesloten.",
    ],
    [
      "a bracket that is not closed",
      "modules: [01-stilte]",
      "modules: [01-stilte",
      "modules: [01-stilte",
      "de inspringing klopt niet, of een haak is niet gesloten.",
    ],
    ["a bracket too many", "modules: [01-stilte]", "modules: [01-stilte]]", "modules: [01-stilte]]", "hier staat iets wat er niet past."],
    ["no space after a name", "title: Stilte laten", "title:Stilte laten", "title:Stilte laten", "deze regel is geen veld."],
    ["no space after a dash", "  - id: b\n", "  -id: b\n", "  -id: b", "de inspringing klopt niet, of een haak is niet gesloten."],
    [
      "a sign that no text begins with",
      "title: Stilte laten",
      "title: `Stilte` laten",
      "title: `Stilte` laten",
      "een tekst kan niet met dit teken beginnen.",
    ],
    [
      "a backslash",
      "title: Stilte laten",
      'title: "Stilte\\laten \\k"',
      'title: "Stilte\\laten',
      "een schuine streep \\ betekent hier iets anders dan zichzelf.",
    ],
    ["a second document", "title: Stilte laten", "---\ntitle: Stilte laten", "---", "onder een regel ‘---’ begint een tweede document."],
    ["text behind a bar", "title: Stilte laten", "title: |Stilte laten", "title: |Stilte laten", "achter | of > staat al tekst."],
  ])("YAML that cannot be read, because of %s", (_what, from, to, line, message) => {
    const course = withMistake({ file: "course.yaml", from, to });
    const found = problemsIn(course);
    expect(found).toMatchObject([{ file: "course.yaml", message: `Dit is geen geldige YAML: ${message}` }]);
    expect(found[0]?.advice).toMatch(/^[A-Z].*\.$/);
    expect(course["course.yaml"]?.split("\n")[(found[0]?.line ?? 0) - 1]).toContain(line);
  });

  it("says nothing of requirements on a part that could not be read", () => {
    for (const file of ["01-stilte/check.yaml", "final-test.yaml", "01-stilte/01-wachten.md", "01-stilte/module.yaml"]) {
      const found = problemsIn(withMistake({ file, from: /^title: .*$/m, to: "titel: Anders" }));
      expect(new Set(found.map((problem) => problem.file))).toEqual(new Set([file]));
    }
  });

  it("looks at the sources of a course of which a module is included as that course itself does", () => {
    const beside = Object.fromEntries(Object.entries(files).map(([name, text]) => [`../rouw/${name}`, text]));
    const references = (beside["../rouw/references.yaml"] ?? "").replace(/ {2}checkedOn: .*\n/, "");
    const course = withMistake({
      file: "course.yaml",
      from: "modules: [01-stilte]",
      to: "modules: [{course: rouw, module: 01-stilte}]",
      more: { ...beside, "../rouw/references.yaml": references },
    });
    expect(problemsIn(course)).toContainEqual({
      file: "../rouw/references.yaml",
      line: 2,
      message: "Bron ‘van-tilburg-2021’: wanneer is de bron nagetrokken?",
      advice: "Vul checkedOn in, of zet checked op false.",
    });
  });

  it("reads a file as editors on Windows leave it, with a mark before its first line", () => {
    expect(checkCourse(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `\uFEFF${text}`])))).toMatchObject({
      ok: true,
    });
  });

  it.each([
    [/email: .*/, "email: bel maar", "‘contact.email’ klopt niet.", "Schrijf een e-mailadres als naam@voorbeeld.nl."],
    [
      /amountCents: \d+/,
      "amountCents: 95,00",
      "‘offers.0.amountCents’ heeft een verkeerde vorm: hier hoort een getal.",
      "Schrijf alleen het getal: zonder aanhalingstekens, zonder % en zonder woorden.",
    ],
    [/validFrom: .*/, 'validFrom: "0026-12-01"', "‘offers.0.validFrom’ klopt niet.", "Kies een dag die op de kalender staat."],
    [/street: .*/, "street:", "‘address.street’ is leeg.", "Vul het in."],
  ])("speaks of the provider’s file in the same words: %s", (from, to, message, advice) => {
    const problems: Problem[] = [];
    const text = readFileSync("courses/provider.yaml", "utf8").replace(from, to);
    expect(readYaml("provider.yaml", text, providerFileSchema, (problem) => problems.push(problem))).toBeNull();
    const line = text.split("\n").findIndex((one) => one.trim().endsWith(to)) + 1;
    expect(problems).toEqual([{ file: "provider.yaml", line, message, advice }]);
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
