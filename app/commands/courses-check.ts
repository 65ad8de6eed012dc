import { join } from "node:path";
import { checkCourse, type Problem } from "#app/features/catalogue/check-course.ts";
import { courseFolders, readCourseFolder } from "#app/features/catalogue/course-folder.server.ts";
import { courseNumbers } from "#app/features/catalogue/course-numbers.ts";
import { readSiteFiles } from "#app/features/catalogue/site-files.server.ts";

/** `npm run courses:check`: what is wrong with the courses, where, and what to do; and their numbers. Needs no database. */
export async function run([folder = "courses"]: string[]): Promise<void> {
  let wrong = 0;
  const names = await courseFolders(folder);
  for (const name of names) wrong += printCourse(folder, name, await readCourseFolder(join(folder, name)));
  wrong += await printSite(folder);
  if (names.length === 0) console.log(`In ${folder} staat nog geen cursus.`);
  if (wrong > 0) {
    console.log(
      `${wrong} ${wrong === 1 ? "punt" : "punten"} om te verbeteren. Een cursus met een fout wordt niet gepubliceerd; wat er al stond, blijft staan.`,
    );
    process.exitCode = 1;
  }
}

async function printSite(folder: string): Promise<number> {
  const site = await readSiteFiles(folder);
  console.log("\nprovider.yaml en help-lines.yaml");
  printProblems(folder, site.problems);
  const open = site.helpLines?.lines.filter((line) => line.basis === "to-recheck").map((line) => `${line.name} (${line.country})`) ?? [];
  if (open.length > 0) console.log(`  ${"hulplijnen:".padEnd(12)} nog na te bellen vóór echt gebruik: ${open.join(", ")}`);
  return site.problems.length;
}

function printProblems(folder: string, problems: readonly Problem[]): void {
  for (const problem of problems)
    console.log(`  ${join(folder, problem.file)}:${problem.line}\n    ${problem.message}\n    ${problem.advice}`);
}

function printCourse(folder: string, name: string, files: Awaited<ReturnType<typeof readCourseFolder>>): number {
  const checked = checkCourse(files);
  console.log(`\n${name}`);
  if (!checked.ok) {
    printProblems(join(folder, name), checked.problems);
    return checked.problems.length;
  }
  const { course } = checked;
  const numbers = courseNumbers(course, checked.lessons, checked.tests);
  const { reading, reflection, case: cases, check, test, total, practice } = numbers.studyLoad;
  const rows = [
    ["editie", `${course.edition}, revisie ${course.revision}`],
    ["woorden", `${numbers.words} in ${checked.lessons.length} lessen; gemiddeld ${numbers.averageSentence} woorden per zin`],
    [
      "minuten",
      `${total} netto: lezen ${reading}, reflecties ${reflection}, casus ${cases}, kennischeck ${check}, eindtoets ${test}; daarnaast oefenen ${practice}`,
    ],
    [
      "vragen",
      Object.entries(numbers.itemsPerOutcome)
        .map(([outcome, items]) => `${outcome}: ${items.check} check, ${items.final} toets`)
        .join("; "),
    ],
    [
      "beweringen",
      Object.entries(numbers.claimsByVerdict)
        .map(([verdict, count]) => `${verdict} ${count}`)
        .join(", "),
    ],
    [
      "bronnen",
      `${numbers.sources.checked} nagetrokken, ${numbers.sources.unchecked.length} nog niet${numbers.sources.unchecked.length > 0 ? `: ${numbers.sources.unchecked.join(", ")}` : ""}`,
    ],
  ];
  for (const [label, value] of rows) console.log(`  ${`${label}:`.padEnd(12)} ${value}`);
  return 0;
}
