import { beforeAll, describe, expect, it } from "vitest";
import { type CheckedCourse, type CourseFiles, checkCourse } from "./check-course.ts";
import { readCourseFolder } from "./course-folder.server.ts";

let files: CourseFiles = {};
beforeAll(async () => {
  files = await readCourseFolder("courses/gemis-is-geen-alleen-zijn");
});

const LESSON = "01-gemis/01-alleen-of-eenzaam.md";
const CHECK = "01-gemis/check.yaml";

/** The real course with one change, and what is said of it. */
function problemsOf(file: string, change: (text: string) => string): { file: string; line: number; message: string; advice: string }[] {
  const before = files[file] ?? "";
  const after = change(before);
  expect(after, "the change must change something").not.toBe(before);
  const checked = checkCourse({ ...files, [file]: after });
  return checked.ok ? [] : checked.problems;
}
const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const lineOf = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

/** file, from, to, part of the message, and the text on the line it should name (in the changed file) */
const refusals: [string, string, string | RegExp, string, string, string | null][] = [
  ["a lesson without an id", LESSON, "id: alleen-of-eenzaam\n", "", "‘id’ ontbreekt", null],
  [
    "two lessons with one id",
    "01-gemis/02-welk-gemis.md",
    "id: welk-gemis\n",
    "id: alleen-of-eenzaam\n",
    "‘alleen-of-eenzaam’ komt al voor",
    "id: alleen-of-eenzaam",
  ],
  [
    "a lesson whose address is that of the tests",
    LESSON,
    "id: alleen-of-eenzaam\n",
    "id: tests\n",
    "‘tests’ is een adres van de site",
    "id: tests",
  ],
  [
    "a lesson whose address is that of the evaluation",
    LESSON,
    "id: alleen-of-eenzaam\n",
    "id: evaluation\n",
    "‘evaluation’ is een adres",
    "id: evaluation",
  ],
  ["a lesson whose address is that of beginning", LESSON, "id: alleen-of-eenzaam\n", "id: begin\n", "‘begin’ is een adres", "id: begin"],
  ...["bronnen", "noten", "begrippen", "hulplijnen", "main", "outline-top", "notitie-maat", "form-maat", "text-maat"].map(
    (id): (typeof refusals)[number] => [
      `a step called ${id}, as a place on the page is`,
      LESSON,
      "{#alarm}",
      `{#${id}}`,
      `‘${id}’ gebruikt de pagina`,
      `{#${id}}`,
    ],
  ),
  ["a block called as the page’s sources", LESSON, "{#claim-d01 ", "{#bronnen ", "‘bronnen’ gebruikt de pagina", "{#bronnen "],
  ["a course whose address is that of a hint", "course.yaml", /^slug: .*$/m, "slug: hint", "‘hint’ is een adres van de site", "slug: hint"],
  ["two blocks with one id", LESSON, "{#claim-d02 ", "{#claim-d01 ", "‘claim-d01’ komt al voor", '{#claim-d01 ledger="D02"'],
  ["two steps with one id", LESSON, "{#alarm}", "{#vier-woorden}", "‘vier-woorden’ komt twee keer voor", "Een alarm"],
  ["a heading without an id", LESSON, " {#alarm}", "", "geen geldig id", "Een alarm"],
  [
    "a link to nowhere",
    LESSON,
    "**Alleen zijn** betekent",
    "[Alleen](09-bestaat-niet.md) betekent",
    "leidt nergens heen",
    "09-bestaat-niet.md",
  ],
  [
    "a link to a step that is not there",
    LESSON,
    "**Alleen zijn** betekent",
    "[Alleen](02-welk-gemis.md#nergens) betekent",
    "leidt nergens heen",
    "02-welk-gemis.md#nergens",
  ],
  [
    "a link that runs a script",
    LESSON,
    "**Alleen zijn** betekent",
    "[Alleen](javascript:alert(1)) betekent",
    "leidt nergens heen",
    "javascript:",
  ],
  ["an image that is not there", LESSON, "**Alleen zijn** betekent", "![ring](ringen.svg) betekent", "ringen.svg", "ringen.svg"],
  ["a pointer to a source that is not there", LESSON, "[@D03]", "[zie @niemand-1999]", "Bron ‘niemand-1999’", "@niemand-1999"],
  ["a citation half written", LESSON, "[@D03]", "[@D03, @E05]", "niet kunnen lezen", "@D03, "],
  [
    "a corrected claim without its correction",
    LESSON,
    "**Kanttekening:** Dit is een evolutionaire",
    "Dit is een evolutionaire",
    "zonder haar correctie",
    "claim-d03",
  ],
  [
    "an unsupported claim stated as fact",
    "01-gemis/05-een-bewering-wegen.md",
    "**Kanttekening:** Het CBS publiceert",
    "Het CBS publiceert",
    "niet onderbouwd (U)",
    "claim-a01",
  ],
  ["raw HTML", LESSON, "**Alleen zijn** betekent", "<b>Alleen</b> betekent", "Hier staat HTML", "<b>Alleen</b>"],
  ["an unknown block", LESSON, ":::practice{", ":::spelletje{", "‘spelletje’ kennen we niet", ":::spelletje"],
  [
    "an unknown figure",
    "01-gemis/02-welk-gemis.md",
    'name="drie-ringen"',
    'name="vier-ringen"',
    "De figuur ‘vier-ringen’ kennen we niet",
    'name="vier-ringen"',
  ],
  ["a figure without a name", "01-gemis/02-welk-gemis.md", ' name="drie-ringen"', "", "‘figure’ mist iets", "{#figuur-ringen}"],
  [
    "a figure inside a list",
    "01-gemis/02-welk-gemis.md",
    '::figure{#figuur-ringen name="drie-ringen"}',
    '- ::figure{#figuur-ringen name="drie-ringen"}',
    "‘figure’ kan hier niet staan",
    "- ::figure",
  ],
  [
    "a case without a discussion",
    "01-gemis/05-een-bewering-wegen.md",
    ":::discussion\n",
    ":::bespreking\n",
    "precies één bespreking",
    "::::case",
  ],
  ["an unknown outcome in a lesson", LESSON, "outcomes: [a]", "outcomes: [z]", "Leerdoel ‘z’", "outcomes: [z]"],
  [
    "a second-level heading inside the flow of a step",
    LESSON,
    "Zet de vier woorden nu",
    "# Te groot\n\nZet de vier woorden nu",
    "niveau dat hier niet past",
    "# Te groot",
  ],
  ["an item without a right answer", CHECK, /(id: k-a1-3\n\s+text: .*\n\s+correct: )true/, "$1false", "er is geen goed antwoord", null],
  [
    "an item with two right answers where one may be chosen",
    CHECK,
    /(id: k-a1-1\n\s+text: .*\n\s+correct: )false/,
    "$1true",
    "meer goede antwoorden",
    null,
  ],
  ["an item without feedback", CHECK, /\n +feedback: Schaamte bestaat.*/, "", "feedback’ ontbreekt", null],
  [
    "an item without an explanation",
    CHECK,
    /\n +explanation: Alleen zijn is een feit[\s\S]*?(?=\n +source)/,
    "",
    "explanation’ ontbreekt",
    null,
  ],
  ["an item on an unknown outcome", CHECK, "outcome: a", "outcome: z", "leerdoel ‘z’ bestaat niet", "outcome: z"],
  [
    "an item on an unknown source",
    CHECK,
    "source: [perlman-peplau-1981, cbs-2023-51]",
    "source: [niemand-1999]",
    "bron ‘niemand-1999’",
    "niemand-1999",
  ],
  ["two items with one id", CHECK, "- id: k-a2\n", "- id: k-a1\n", "‘k-a1’ komt twee keer voor", null],
  [
    "a final item that stands in the check by id",
    "final-test.yaml",
    "- id: t-a1\n",
    "- id: k-a1\n",
    "staat ook in 01-gemis/check.yaml",
    "- id: k-a1",
  ],
  [
    "a pool that is too small",
    "final-test.yaml",
    "drawPerOutcome: 4",
    "drawPerOutcome: 12",
    "worden er 12 getrokken",
    "drawPerOutcome: 12",
  ],
  [
    "a requirement on a case that is not there",
    "course.yaml",
    "cases: [casus-v-en-sem]",
    "cases: [casus-anders]",
    "‘casus-anders’ bestaat niet",
    null,
  ],
  [
    "a requirement on a check that is not there",
    "course.yaml",
    "check: check-gemis",
    "check: check-anders",
    "een toets die er niet is",
    null,
  ],
  ["a requirement that differs from its test", "course.yaml", "percent: 75", "percent: 60", "De eis zegt 60 %", null],
  [
    "a module that is not there",
    "course.yaml",
    "modules: [01-gemis]",
    "modules: [01-gemis, 02-anders]",
    "02-anders/module.yaml",
    "modules: [",
  ],
  ["a reading tip without a source", "course.yaml", "- ref: mund-2020", "- ref: niemand-1999", "‘niemand-1999’", "niemand-1999"],
  ["a misspelled field", "course.yaml", "audience:", "audiance:", "‘audiance’", null],
  [
    "a second revision without a reason",
    "course.yaml",
    /revision: \d+\nrevisionReason: .*\n/,
    "revision: 2\n",
    "niet waarom",
    "revision: 2",
  ],
  ["YAML that cannot be read", "course.yaml", "kind: module", "kind: 'module", "geen geldige YAML", null],
  ["a source nobody could name", "references.yaml", "  label: Korte vragenlijst\n", "", "geen auteur, titel of label", null],
];

// Each case compiles the whole course, a quarter of a second on a quiet machine.
describe("checking a course", { timeout: 30_000 }, () => {
  it("accepts the course in the repository", () => {
    expect(checkCourse(files)).toMatchObject({ ok: true });
  });

  it.each(refusals)("refuses %s", (_what, file, from, to, message, onLine) => {
    const found = problemsOf(file, replaced(from, to)).find((problem) => problem.message.includes(message));
    expect(found).toBeDefined();
    expect(found?.file).toBe(file);
    expect(found?.advice).not.toBe("");
    if (onLine) expect(found?.line).toBe(lineOf((files[file] ?? "").replace(from, to), onLine));
  });

  it("refuses a final item that asks what the check asks, in other spacing and case", () => {
    const stem = "stem: WELKE  zin beschrijft alleen een feit over contact en nog geen gemis";
    const found = problemsOf(
      "final-test.yaml",
      replaced("stem: Welke omschrijving past bij de klassieke definitie van eenzaamheid?", stem),
    );
    expect(found).toMatchObject([{ file: "final-test.yaml", message: expect.stringContaining("‘k-a3’") }]);
  });

  it("refuses a step that takes longer than ten minutes to read", () => {
    const found = problemsOf(
      LESSON,
      replaced("Zet de vier woorden nu", `${"Nog een zin om te lezen. ".repeat(400)}\n\nZet de vier woorden nu`),
    );
    expect(found).toMatchObject([{ file: LESSON, message: expect.stringContaining("Vier woorden voor vier dingen") }]);
  });

  it("names a missing file", () => {
    const { [CHECK]: _gone, ...rest } = files;
    expect(checkCourse(rest)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ file: "01-gemis/module.yaml", message: `Het bestand ‘${CHECK}’ bestaat niet.` }),
      ]),
    });
    expect(checkCourse({})).toMatchObject({ ok: false });
  });

  it("does not take a time of day for a directive, and keeps links between lessons", () => {
    const change = replaced(
      "**Alleen zijn** betekent",
      "Om 10:30 uur, zie [stap](02-welk-gemis.md#drie-soorten) en [hier](#alarm). Dat betekent",
    );
    const checked = checkCourse({ ...files, [LESSON]: change(files[LESSON] ?? "") }) as CheckedCourse;
    const html = checked.lessons[0]?.steps[1]?.blocks[0]?.html;
    expect(html).toContain('Om 10:30 uur, zie <a href="welk-gemis#drie-soorten">stap</a> en <a href="#alarm">hier</a>.');
  });

  it("links citations, in brackets, with the short reference", () => {
    const { lessons } = checkCourse(files) as CheckedCourse;
    expect(lessons[0]?.steps[1]?.blocks[0]?.html).toContain(
      '(<a href="#bron-perlman-peplau-1981" class="cite" aria-label="Bron: Perlman &#x26; Peplau, 1981" id="cite-perlman-peplau-1981">Perlman &#x26; Peplau, 1981</a>; <a href="#bron-van-tilburg-2021"',
    );
    expect(lessons[0]?.cited.slice(0, 3)).toEqual(["perlman-peplau-1981", "van-tilburg-2021", "cbs-2023-51"]);
  });

  it("says which figures there are, and asks for the sources of the ones it shows", () => {
    const [unknown] = problemsOf("01-gemis/02-welk-gemis.md", replaced('name="drie-ringen"', 'name="vier-ringen"'));
    expect(unknown?.advice).toContain("drie-ringen, kring-van-verwachting");
    const without = problemsOf("references.yaml", replaced(/\nucla-facetten:/, "\nucla-anders:"));
    const line = lineOf(files["01-gemis/02-welk-gemis.md"] ?? "", 'name="drie-ringen"');
    expect(without).toContainEqual(
      expect.objectContaining({ file: "01-gemis/02-welk-gemis.md", line, message: expect.stringContaining("‘ucla-facetten’") }),
    );
  });

  it("reads a figure's caption as the lesson's own, and its words as a second telling that costs no minutes", () => {
    const { lessons } = checkCourse(files) as CheckedCourse;
    const figure = lessons[1]?.steps
      .flatMap((step) => step.blocks)
      .find((block) => block.kind === "figure" && block.name === "drie-ringen");
    expect(figure).toMatchObject({ id: "figuur-ringen", html: expect.stringContaining('href="#bron-ucla-facetten"') });
    const unseen = replaced('::figure{#figuur-ringen name="drie-ringen"}\n', "");
    const before = checkCourse({ ...files, "01-gemis/02-welk-gemis.md": unseen(files["01-gemis/02-welk-gemis.md"] ?? "") });
    const words = (lessons[1]?.words ?? 0) - ((before as CheckedCourse).lessons[1]?.words ?? 0);
    expect(words).toBeGreaterThan(10);
    expect(words).toBeLessThan(30);
  });

  it("tells heads from cells in a table, and wraps it for scrolling", () => {
    const { lessons } = checkCourse(files) as CheckedCourse;
    const html = lessons[0]?.steps[1]?.blocks.at(-1)?.html ?? "";
    expect(html).toContain('<div class="table-scroll" role="group" tabindex="0"');
    expect(html).toContain('<th scope="row">Meneer Aalders</th>');
    expect(html).not.toMatch(/<th[^>]*><\/th>/);
  });
});
