import type { CheckedCourse, CourseFiles, Problem } from "#app/features/catalogue/check-course.ts";
import { averageSentence, courseNumbers, pastReview } from "#app/features/catalogue/course-numbers.ts";

/** Below this, who does a final test again meets much the same questions. */
const POOL = 8;
/** words; what is read after a shift */
const SENTENCE = 17;

const REFERENCES = "references.yaml";
const LEDGER = "claims.yaml";

/**
 * What does not stand in the way of publishing, and is better mended. Of modules that come from another course, that course's own check speaks.
 * @param today 2026-11-22
 */
export function courseWarnings(files: CourseFiles, checked: CheckedCourse, today: string): Problem[] {
  const late = pastReview(checked.course, today);
  return [
    ...uncheckedSources(files, checked),
    ...ofEntries(
      files[REFERENCES],
      REFERENCES,
      late.sources,
      (count, list) => `${count === 1 ? "Eén bron is" : `${count} bronnen zijn`} voorbij de datum bij reviewBy: ${list}.`,
      "Zoek de bron opnieuw op, pas aan wat er veranderd is, en zet checkedOn en reviewBy op nieuwe datums.",
    ),
    ...ofEntries(
      files[LEDGER],
      LEDGER,
      late.claims,
      (count, list) => `${count === 1 ? "Eén bewering is" : `${count} beweringen zijn`} voorbij de datum bij reviewBy: ${list}.`,
      "Weeg de bewering opnieuw, pas zo nodig het oordeel aan, en zet reviewBy op een nieuwe datum.",
    ),
    ...smallPools(files, checked),
    ...longSentences(checked),
  ];
}

/** Places that the maker has yet to fill in, as `courses:new` leaves them. These can be told of a course that does not pass, too. */
export function openPlaces(files: CourseFiles): Problem[] {
  return Object.entries(files).flatMap(([file, text]) => {
    if (file.startsWith("../")) return [];
    const lines = text.split("\n").flatMap((line, index) => (/\[vul in\b/i.test(line) ? [index + 1] : []));
    if (lines[0] === undefined) return [];
    const where = lines.length === 1 ? "Hier" : `Op ${lines.length} plekken`;
    return [
      {
        file,
        line: lines[0],
        message: `${where} staat nog [vul in …]${lines.length === 1 ? "" : `: regel ${lines.join(", ")}`}.`,
        advice: "Schrijf daar je eigen tekst, en haal de haken weg.",
      },
    ];
  });
}

function uncheckedSources(files: CourseFiles, { course, lessons, tests }: CheckedCourse): Problem[] {
  return ofEntries(
    files[REFERENCES],
    REFERENCES,
    courseNumbers(course, lessons, tests).sources.unchecked,
    (count, list) => `${count === 1 ? "Eén bron is" : `${count} bronnen zijn`} nog niet nagetrokken: ${list}.`,
    "Zoek de bron zelf op. Zet dan checked op true, met checkedOn en reviewBy.",
  );
}

/** One warning about entries of a YAML file by their keys, each with its line; none where the file holds none of them. */
function ofEntries(
  yaml: string | undefined,
  file: string,
  keys: readonly string[],
  message: (count: number, list: string) => string,
  advice: string,
): Problem[] {
  const found = keys.flatMap((key) => {
    const line = (yaml ?? "").split("\n").findIndex((text) => text.startsWith(`${key}:`)) + 1;
    return line > 0 ? [{ key, line }] : [];
  });
  if (found[0] === undefined) return [];
  return [
    {
      file,
      line: found[0].line,
      message: message(found.length, found.map(({ key, line }) => `${key} (regel ${line})`).join(", ")),
      advice,
    },
  ];
}

function smallPools(files: CourseFiles, { course, lessons, tests, origins }: CheckedCourse): Problem[] {
  const final = tests.find((test) => test.kind === "final" && test.drawPerOutcome !== null);
  if (!final) return [];
  const small = Object.entries(courseNumbers(course, lessons, tests).itemsPerOutcome).filter(([, items]) => items.final < POOL);
  if (small.length === 0) return [];
  const file = origins[final.id] ?? "";
  return [
    {
      file,
      line: (files[file] ?? "").split("\n").findIndex((line) => line.startsWith("items:")) + 1 || 1,
      message: `Voor de eindtoets zijn er minder dan ${POOL} vragen bij leerdoel ${small.map(([id, items]) => `${id} (${items.final})`).join(", ")}.`,
      advice: "Schrijf er vragen bij: wie de toets opnieuw doet, krijgt anders grotendeels dezelfde.",
    },
  ];
}

function longSentences({ lessons, origins }: CheckedCourse): Problem[] {
  const average = averageSentence(lessons);
  if (average <= SENTENCE) return [];
  const [longest] = lessons.toSorted((left, right) => averageSentence([right]) - averageSentence([left]));
  if (!longest) return [];
  return [
    {
      file: origins[longest.id] ?? "course.yaml",
      line: 1,
      message: `Zinnen zijn in deze cursus gemiddeld ${inDutch(average)} woorden lang, en in deze les ${inDutch(averageSentence([longest]))}.`,
      advice: `Maak van lange zinnen er twee. ${SENTENCE} woorden is het meeste voor wie na een dienst leest.`,
    },
  ];
}

/** 16,4 */
export const inDutch = (number: number) => String(number).replace(".", ",");
