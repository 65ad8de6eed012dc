import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { coursesReport } from "#app/commands/courses-check.ts";
import { type CheckedCourse, type CourseFiles, checkCourse } from "#app/features/catalogue/check-course.ts";
import { courseNumbers, pastReview } from "#app/features/catalogue/course-numbers.ts";
import { guideCourse } from "#tests/support/guide-course.ts";

const TODAY = "2026-11-22";
const files = guideCourse();
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kring-report-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function place(slug: string, course: CourseFiles): Promise<void> {
  for (const [name, text] of Object.entries(course)) {
    const path = join(folder, slug, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** The guide's course with one change. */
function changed(file: string, from: string | RegExp, to: string): CourseFiles {
  const text = (files[file] ?? "").replace(from, to);
  expect(text).not.toBe(files[file]);
  return { ...files, [file]: text };
}

/** What the check says of one course, in lines without the folder's own name. */
async function told(course: CourseFiles, today = TODAY): Promise<{ lines: string[]; wrong: number }> {
  await place("stilte-laten", course);
  const { lines, wrong } = await coursesReport(folder, today);
  return { lines: lines.map((line) => line.replaceAll(`${folder}/`, "").trim()), wrong };
}

describe("the check of courses", () => {
  it("counts what a course that passes asks of who takes it", async () => {
    const { lines } = await told(files);
    expect(lines).toContain(
      "minuten:     25 netto: lezen 1, beeld en geluid 0, reflecties 5, casus 10, oefengesprekken 4, kennischeck 2, eindtoets 3; daarnaast oefenen in het werk 20",
    );
    expect(lines).toContain("vragen:      a: 1 check, 1 toets; b: 1 check, 1 toets");
    expect(lines).toContain("beweringen:  S 1, SC 1, U 1, P 1");
    expect(lines).toContain("bronnen:     2 nagetrokken, 0 nog niet");
    expect(lines).toContain("stappen:     5; langer dan tien minuten: wachten-na-een-vraag#meneer-bakker (11)");
    expect(lines).toContain("herzien:     over de datum: geen");
  });

  it("warns of a source that nobody looked up, and lets it pass", async () => {
    const course = changed(
      "references.yaml",
      /(mann-2022:[\s\S]*?) {2}DOI: .*\n([\s\S]*?)checked: true\n {2}checkedOn: .*\n/,
      "$1$2checked: false\n",
    );
    const claims = (files["claims.yaml"] ?? "").replace(/(Z02:[\s\S]*?) {2}checkedOn: .*\n/, "$1");
    const { lines, wrong } = await told({ ...course, "claims.yaml": claims });
    expect(wrong).toBe(0);
    expect(lines).toContain("Let op: Eén bron is nog niet nagetrokken: mann-2022 (regel 13).");
    expect(lines).toContain("bronnen:     1 nagetrokken, 1 nog niet: mann-2022");
  });

  it("warns of what should have been weighed again", async () => {
    const { lines, wrong } = await told(files, "2028-11-23");
    expect(wrong).toBe(0);
    expect(lines).toContain("herzien:     over de datum: Z01, Z02, van-tilburg-2021, mann-2022");
    expect(lines).toContain("Let op: 2 bronnen zijn voorbij de datum bij reviewBy: van-tilburg-2021 (regel 2), mann-2022 (regel 13).");
    expect(lines).toContain("Let op: 2 beweringen zijn voorbij de datum bij reviewBy: Z01 (regel 2), Z02 (regel 9).");
    expect(pastReview((checkCourse(files) as CheckedCourse).course, "2028-11-22")).toEqual({ claims: [], sources: [] });
  });

  it("warns of long sentences, at the lesson that has the longest", async () => {
    const long = `${"En dan luistert zij naar de radio en kijkt zij naar de straat, ".repeat(3)}en dan is het avond. `.repeat(20);
    const { lines, wrong } = await told(changed("01-stilte/01-wachten.md", "## Thee", `## Avonden {#avonden}\n\n${long}\n\n## Thee`));
    expect(wrong).toBe(0);
    const at = lines.indexOf("stilte-laten/01-stilte/01-wachten.md:1");
    expect(lines[at + 1]).toMatch(/^Let op: Zinnen zijn in deze cursus gemiddeld \d\d,\d woorden lang, en in deze les \d\d,\d\.$/);
  });

  it("counts a clip’s minutes", () => {
    const video = ':::audio{#luister src="gesprek.mp3" transcript="gesprek.md" minutes="3"}\n:::\n\n## Thee';
    const { course, lessons, tests } = checkCourse({
      ...changed("01-stilte/01-wachten.md", "## Thee", video),
      "media/gesprek.mp3": `sha256:${"a".repeat(64)} 10\n`,
      "media/gesprek.md": "Gaat u zitten.\n",
    }) as CheckedCourse;
    expect(courseNumbers(course, lessons, tests).studyLoad).toMatchObject({ media: 3, vignette: 4 });
  });

  it("refuses a folder by another name than its course, as publishing does", async () => {
    const { lines, wrong } = await told(changed("course.yaml", "slug: stilte-laten", "slug: stilte"));
    expect(wrong).toBe(1);
    expect(lines).toContain("De slug ‘stilte’ is niet de naam van de map (‘stilte-laten’).");
    expect(lines.at(-1)).toBe("1 punt om te verbeteren. Een cursus met een fout wordt niet gepubliceerd; wat er al stond, blijft staan.");
  });

  it("says of a folder that is not there that it is not, and of an empty one how to begin", async () => {
    expect(await coursesReport(join(folder, "weg"), TODAY)).toMatchObject({ wrong: 1, lines: [expect.stringContaining("is er niet")] });
    expect(await coursesReport(folder, TODAY)).toMatchObject({ wrong: 0, lines: [expect.stringContaining("npm run courses:new")] });
  });

  it.skipIf(process.getuid?.() === 0)("says which file cannot be read, and nothing of what only seems to be missing", async () => {
    await place("stilte-laten", files);
    await chmod(join(folder, "stilte-laten", "claims.yaml"), 0o000);
    const { lines, wrong } = await coursesReport(folder, TODAY);
    expect(wrong).toBe(1);
    expect(lines.join("\n")).toContain("‘claims.yaml’ is niet te lezen");
  });
});

describe("two courses", () => {
  const other = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replace("slug: stilte-laten", "slug: stilte-twee")]),
  );
  const between = async (course: CourseFiles) => {
    await place("stilte-twee", course);
    const { lines, wrong } = await told(files);
    expect(wrong).toBe(0);
    const from = lines.indexOf("tussen cursussen");
    return from < 0 ? [] : lines.slice(from + 1).filter((line) => line !== "");
  };
  const otherwise = (file: string, from: string | RegExp, to: string) => ({ ...other, [file]: (other[file] ?? "").replace(from, to) });

  it("may say the same twice", async () => expect(await between(other)).toEqual([]));

  it.each([
    [
      "a source",
      otherwise("references.yaml", "Meta-analyse over", "Overzicht over"),
      ["stilte-twee/references.yaml:13", "Bron ‘mann-2022’ zegt iets anders dan in stilte-laten/references.yaml:13."],
    ],
    [
      "a claim",
      otherwise("claims.yaml", "Wacht na een open vraag even", "Wacht na een vraag even"),
      ["stilte-twee/claims.yaml:18", "Bewering ‘Z03’ zegt iets anders dan in stilte-laten/claims.yaml:18."],
    ],
    [
      "a block, and so its lesson",
      otherwise("01-stilte/01-wachten.md", "Wat deed dat?", "Wat hielp daaraan?"),
      [
        "stilte-twee/01-stilte/01-wachten.md:2",
        "Les ‘wachten-na-een-vraag’ zegt iets anders dan in stilte-laten/01-stilte/01-wachten.md:2.",
        "stilte-twee/01-stilte/01-wachten.md:19",
        "Blok ‘reflectie-stilte’ zegt iets anders dan in stilte-laten/01-stilte/01-wachten.md:19.",
      ],
    ],
    [
      "a conversation",
      otherwise("vignettes/thee.yaml", "Ze krijgt de tijd om verder te gaan.", "Ze krijgt tijd."),
      ["stilte-twee/01-stilte/01-wachten.md:50", "Blok ‘vignet-thee’ zegt iets anders dan in stilte-laten/01-stilte/01-wachten.md:50."],
    ],
  ])("are warned of one name for two things: %s", async (_what, course, expected) => {
    const lines = (await between(course)).map((line) => line.replace("Let op: ", ""));
    expect(lines.filter((line) => !line.startsWith("Maak de twee gelijk"))).toEqual(expected);
  });
});
