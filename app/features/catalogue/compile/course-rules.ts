import type { CourseFile, Source } from "./course-schema.ts";
import type { ReadModule } from "./module.ts";
import type { Report } from "./problems.ts";
import { inText } from "./references.ts";
import { type CompiledTest, normalisedStem } from "./tests.ts";
import type { Located } from "./yaml-door.ts";

/** A source can be called by some name, and says when it was looked up exactly when it was. */
export function checkSources(references: Located<Record<string, Source>>, report: Report): void {
  for (const [key, source] of Object.entries(references.value)) {
    const fault = (message: string, advice: string) =>
      report({ file: references.file, line: references.line([key]), message: `Bron ‘${key}’: ${message}`, advice });
    if (inText(source).replace(/[\d, ]/g, "") === "")
      fault("er is geen auteur, titel of label.", "Vul een label in: hoe noem je deze bron in de lopende tekst?");
    if (!source.title && !source.description) fault("er is geen titel en geen omschrijving.", "Vul title of description in.");
    if (source.checked && !source.checkedOn) fault("wanneer is de bron nagetrokken?", "Vul checkedOn in, of zet checked op false.");
    if (!source.checked && source.DOI)
      fault("een bron die niet is nagetrokken, heeft hier geen DOI.", "Haal de DOI weg, of trek de bron na.");
  }
}

/** Outcomes, modules, tests and questions each have an id of their own. */
export function checkIds(course: Located<CourseFile>, modules: ReadModule[], tests: CompiledTest[], report: Report): void {
  const twice = (ids: readonly string[], where: (index: number) => { file: string; line: number }, what: string) => {
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) !== index)
        report({ ...where(index), message: `${what} ‘${id}’ komt twee keer voor.`, advice: "Geef elk een eigen id." });
    }
  };
  twice(
    course.value.outcomes.map((outcome) => outcome.id),
    (index) => ({ file: course.file, line: course.line(["outcomes", index]) }),
    "Leerdoel",
  );
  twice(
    modules.map((module) => module.file.value.id),
    (index) => ({ file: modules[index]?.file.file ?? "", line: modules[index]?.file.line(["id"]) ?? 1 }),
    "Module",
  );
  twice(
    tests.map((test) => test.definition.id),
    (index) => ({ file: tests[index]?.file ?? "", line: 1 }),
    "Toets",
  );
  for (const test of tests)
    twice(
      test.definition.items.map((item) => item.id),
      (index) => ({ file: test.file, line: test.itemLine(index) }),
      "Vraag",
    );
}

/** What is asked in a check is known; a final test must ask something else. */
export function checkDisjoint(tests: CompiledTest[], report: Report): void {
  const practised = tests
    .filter((test) => test.definition.kind === "check")
    .flatMap((test) => test.definition.items.map((item) => ({ ...item, file: test.file })));
  for (const test of tests.filter((candidate) => candidate.definition.kind === "final")) {
    for (const [index, item] of test.definition.items.entries()) {
      const same = practised.find((other) => other.id === item.id || normalisedStem(other.stem) === normalisedStem(item.stem));
      if (same)
        report({
          file: test.file,
          line: test.itemLine(index),
          message: `Vraag ‘${item.id}’ staat ook in ${same.file} (‘${same.id}’).`,
          advice: "Schrijf voor de eindtoets een andere vraag.",
        });
    }
  }
}

/** The reading list names sources that exist. */
export function checkReadingList(course: Located<CourseFile>, known: ReadonlyMap<string, Source>, report: Report): void {
  for (const [index, entry] of course.value.readingList.entries()) {
    if (!known.has(entry.ref))
      report({
        file: course.file,
        line: course.line(["readingList", index]),
        message: `Bron ‘${entry.ref}’ staat niet in references.yaml.`,
        advice: "Voeg de bron toe, of verbeter de sleutel.",
      });
  }
}
