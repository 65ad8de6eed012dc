import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkCourse, type Problem } from "#app/features/catalogue/check-course.ts";
import { id } from "#app/features/catalogue/compile/course-schema.ts";
import { LEDGER_FILE } from "#app/features/catalogue/compile/ledger.ts";
import { isAddressBesideCourses } from "#app/features/catalogue/compile/reserved-ids.ts";
import { courseFolders, SCHEMA_FOLDER } from "#app/features/catalogue/course-folder.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { newCourseFiles } from "./courses-new-files.ts";

const USAGE = 'Zo gaat het: npm run courses:new -- mijn-cursus "Mijn cursus"';
const LONGEST_SLUG = 60;

/** `npm run courses:new -- slug "Titel"`: begins a course, and says what is left to fill in. */
export async function run([slug = "", title = "", folder = "courses"]: string[]): Promise<void> {
  const { lines, made } = await newCourse({ slug, title, folder, now: systemClock.now() });
  console.log(lines.join("\n"));
  if (!made) process.exitCode = 1;
}

export interface Asked {
  slug: string;
  title: string;
  /** where the courses stand */
  folder: string;
  now: Date;
}

/** Makes the folder with everything a course needs, or says why not. What stands there is never written over. */
export async function newCourse({ slug, title, folder, now }: Asked): Promise<{ made: boolean; lines: string[] }> {
  const refusal = refusalOf(slug, title, folder);
  if (refusal) return { made: false, lines: [refusal] };
  const year = Number(now.toISOString().slice(0, 4));
  const files = newCourseFiles({ slug, title: title.trim(), year, letter: await freeLetter(folder) });
  const path = join(folder, slug);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text, { flag: "wx" });
  }
  const checked = checkCourse(files);
  return { made: true, lines: nextSteps(path, checked.ok ? [] : checked.problems) };
}

function refusalOf(slug: string, title: string, folder: string): string | null {
  if (slug === "") return `Noem een slug en een titel. ${USAGE}`;
  if (!id.safeParse(slug).success)
    return `‘${slug}’ kan geen naam van een cursus zijn: gebruik kleine letters, cijfers en streepjes, zonder spaties. ${USAGE}`;
  if (slug.length > LONGEST_SLUG)
    return `‘${slug}’ is te lang: ${LONGEST_SLUG} tekens is het meeste. De naam staat in het adres van elke les.`;
  if (slug === SCHEMA_FOLDER || isAddressBesideCourses(slug)) return `‘${slug}’ gebruikt de site zelf. Kies een andere naam.`;
  if (title.trim() === "") return `Er is geen titel. Zet hem tussen aanhalingstekens. ${USAGE}`;
  if (/[\n\r]/.test(title)) return "Een titel is één regel.";
  if (!existsSync(folder)) return `De map ${folder} is er niet. Start dit in de map van Kring.`;
  if (existsSync(join(folder, slug)))
    return `${join(folder, slug)} bestaat al, en wordt niet overschreven. Kies een andere naam, of werk in die map verder.`;
  return null;
}

/** A letter that no claim of another course begins with: a masterclass may hold two courses, and their claims side by side. */
async function freeLetter(folder: string): Promise<string> {
  const used = new Set<string>();
  for (const name of await courseFolders(folder)) {
    const path = join(folder, name, LEDGER_FILE);
    if (!existsSync(path)) continue;
    for (const [, letter = ""] of (await readFile(path, "utf8")).matchAll(/^["']?([A-Z])\d{2}\b/gm)) used.add(letter);
  }
  return [..."PQSTWXYZABCDEFGHIJKLMNORUV"].find((letter) => !used.has(letter)) ?? "P";
}

function nextSteps(path: string, problems: readonly Problem[]): string[] {
  return [
    `${path} staat klaar.`,
    "",
    "1. Dit moet je invullen voordat de cursus gepubliceerd kan worden:",
    ...problems.map(({ file, line, message }) => `   ${join(path, file)}:${line} ${message}`),
    "2. Schrijf je eigen tekst op elke plek met [vul in: …]. De check noemt ze.",
    "3. Kijk na wat je schreef: npm run courses:check",
    "",
    "In courses/README.md staat hoe alles werkt.",
  ];
}
