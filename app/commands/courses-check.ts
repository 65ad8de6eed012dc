import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CheckedCourse, checkCourse, type Problem } from "#app/features/catalogue/check-course.ts";
import { courseFolders, readCourse } from "#app/features/catalogue/course-folder.server.ts";
import { readSiteFiles } from "#app/features/catalogue/site-files.server.ts";
import { amsterdamDate, systemClock } from "#app/platform/clock.ts";
import { numberRows } from "./courses-number-rows.ts";
import { overlapWarnings, type ReadCourseFolder } from "./courses-overlap.ts";
import { courseWarnings, openPlaces } from "./courses-warnings.ts";

/** `npm run courses:check`: what is wrong with the courses, where, and what to do; what could be better; and their numbers. Needs no database. */
export async function run([folder = "courses"]: string[]): Promise<void> {
  const today = amsterdamDate(systemClock.now());
  const { lines, wrong } = await coursesReport(folder, today);
  console.log(lines.join("\n"));
  if (wrong > 0) process.exitCode = 1;
}

/** @param today 2026-11-22 @returns `wrong`: how many points stand in the way of publishing; warnings do not */
export async function coursesReport(folder: string, today: string): Promise<{ lines: string[]; wrong: number }> {
  if (!existsSync(folder)) return { lines: [`De map ${folder} is er niet.`], wrong: 1 };
  const courses: (ReadCourseFolder & { problems: Problem[] })[] = [];
  // One after the other: a course may hold clips of hundreds of megabytes.
  for (const name of await courseFolders(folder)) courses.push(await readAndCheck(folder, name));
  const site = await siteReport(folder);
  const lines = [
    ...(courses.length === 0
      ? [`In ${folder} staat nog geen cursus. Begin er een met: npm run courses:new -- mijn-cursus "Mijn cursus"`]
      : []),
    ...courses.flatMap((course) => courseReport(folder, course, today)),
    ...section("tussen cursussen", told(folder, overlapWarnings(courses), WARNING)),
    ...site.lines,
  ];
  const wrong = site.wrong + courses.reduce((sum, { problems }) => sum + problems.length, 0);
  if (wrong > 0)
    lines.push(
      "",
      `${wrong} ${wrong === 1 ? "punt" : "punten"} om te verbeteren. Een cursus met een fout wordt niet gepubliceerd; wat er al stond, blijft staan.`,
    );
  return { lines, wrong };
}

async function readAndCheck(folder: string, name: string): Promise<ReadCourseFolder & { problems: Problem[] }> {
  const { files, problems: unread } = await readCourse(join(folder, name));
  // Without all of its files a check would speak of what only seems to be missing.
  if (unread.length > 0) return { name, files, checked: null, problems: unread };
  const checked = checkCourse(files);
  if (!checked.ok) return { name, files, checked: null, problems: checked.problems };
  return { name, files, checked, problems: otherSlug(name, checked, files["course.yaml"] ?? "") };
}

/** As publishing will say it. */
function otherSlug(name: string, { course }: CheckedCourse, yaml: string): Problem[] {
  if (course.slug === name) return [];
  return [
    {
      file: "course.yaml",
      line: yaml.split("\n").findIndex((line) => line.startsWith("slug:")) + 1 || 1,
      message: `De slug ‘${course.slug}’ is niet de naam van de map (‘${name}’).`,
      advice: "Een slug verandert nooit. Geef de map en de slug dezelfde naam.",
    },
  ];
}

function courseReport(
  folder: string,
  { name, files, checked, problems }: ReadCourseFolder & { problems: Problem[] },
  today: string,
): string[] {
  const warnings = [...openPlaces(files), ...(checked ? courseWarnings(files, checked, today) : [])];
  return section(name, [
    ...told(join(folder, name), problems),
    ...(checked ? numberRows(checked, today).map(([label, value]) => `  ${`${label}:`.padEnd(12)} ${value}`) : []),
    ...told(join(folder, name), warnings, WARNING),
  ]);
}

async function siteReport(folder: string): Promise<{ lines: string[]; wrong: number }> {
  const site = await readSiteFiles(folder);
  const open = site.helpLines?.lines.filter((line) => line.basis === "to-recheck").map((line) => `${line.name} (${line.country})`) ?? [];
  const toCall = open.length > 0 ? [`  ${"hulplijnen:".padEnd(12)} nog na te bellen vóór echt gebruik: ${open.join(", ")}`] : [];
  return { lines: section("provider.yaml en help-lines.yaml", [...told(folder, site.problems), ...toCall]), wrong: site.problems.length };
}

const WARNING = "Let op: ";

const told = (folder: string, problems: readonly Problem[], before = ""): string[] =>
  problems.flatMap(({ file, line, message, advice }) => [`  ${join(folder, file)}:${line}`, `    ${before}${message}`, `    ${advice}`]);

/** A heading with what stands under it; no heading over nothing. */
const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? ["", title, ...lines] : []);
