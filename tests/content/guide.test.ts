import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { coursesReport } from "#app/commands/courses-check.ts";
import { numberRows } from "#app/commands/courses-number-rows.ts";
import { type CheckedCourse, checkCourse } from "#app/features/catalogue/check-course.ts";
import { claimsSchema } from "#app/features/catalogue/compile/ledger.ts";
import { figureTexts } from "#app/ui/figures/figure-texts.ts";
import { guide, guideCourse } from "#tests/support/guide-course.ts";

const files = guideCourse();

test("the guide's course has every kind of file, and passes its check", () => {
  expect(Object.keys(files).sort()).toEqual([
    "01-stilte/01-wachten.md",
    "01-stilte/check.yaml",
    "01-stilte/module.yaml",
    "claims.yaml",
    "course.yaml",
    "final-test.yaml",
    "references.yaml",
    "vignettes/thee.yaml",
  ]);
  const checked = checkCourse(files);
  expect(checked.ok ? [] : checked.problems).toEqual([]);
});

test("it is warned of nothing but what the guide says", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kring-guide-"));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, "stilte-laten", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const { lines, wrong } = await coursesReport(folder, "2026-11-22");
  await rm(folder, { recursive: true });
  expect(wrong).toBe(0);
  const warnings = lines.filter((line) => line.includes("Let op"));
  expect(warnings).toEqual(["    Let op: Voor de eindtoets zijn er minder dan 8 vragen bij leerdoel a (1), b (1)."]);
});

/** Words that the guide sets as code. */
const told = new Set([...guide.matchAll(/`([^`\n]+)`/g)].map(([, words]) => words ?? ""));

test("the guide explains every number of the check", () => {
  const labels = numberRows(checkCourse(files) as CheckedCourse, "2026-11-22").map(([label]) => label);
  expect(labels.filter((label) => !told.has(label))).toEqual([]);
});

test("the guide names every figure, every verdict and every level of evidence", () => {
  const { verdict, level } = claimsSchema.valueType.shape;
  const names = [...Object.keys(figureTexts), ...verdict.options, ...level.options];
  expect(names.filter((name) => !told.has(name))).toEqual([]);
});

test("every part that the guide promises is there", () => {
  const heads = [...guide.matchAll(/^#{2,3} (.+)$/gm)].map(([, head = ""]) =>
    head
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replace(/ /g, "-"),
  );
  const links = [...guide.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/\]\(#([^)]+)\)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !heads.includes(link))).toEqual([]);
});
