import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCourse } from "#app/features/catalogue/check-course.ts";
import { normalisedStem } from "#app/features/catalogue/compile/tests.ts";
import type { TestDefinition, TestItem } from "#app/features/catalogue/compiled.ts";
import { courseFolders, readCourseFolder } from "#app/features/catalogue/course-folder.server.ts";
import { courseNumbers } from "#app/features/catalogue/course-numbers.ts";

const courses = await Promise.all(
  (await courseFolders("courses")).map(async (name) => ({ name, checked: checkCourse(await readCourseFolder(join("courses", name))) })),
);

/** The share of items that a way of answering gets wholly right. */
function hits(items: readonly TestItem[], answer: (item: TestItem) => readonly string[]): number {
  return items.filter((item) => {
    const chosen = new Set(answer(item));
    return item.options.every((option) => chosen.has(option.id) === option.correct);
  }).length;
}

/** P(at least `successes` in `chances.length` trials, each with its own chance): the Poisson binomial tail. */
function tail(chances: readonly number[], successes: number): number {
  let distribution = [1];
  for (const chance of chances)
    distribution = Array.from(
      { length: distribution.length + 1 },
      (_, count) => (distribution[count] ?? 0) * (1 - chance) + (distribution[count - 1] ?? 0) * chance,
    );
  return distribution.slice(successes).reduce((sum, part) => sum + part, 0);
}

const correctCount = (item: TestItem) => item.options.filter((option) => option.correct).length;
const choose = (total: number, some: number): number => (some === 0 ? 1 : (choose(total - 1, some - 1) * total) / some);
/** someone who knows how many answers are right, and no more */
const guess = (item: TestItem) => 1 / choose(item.options.length, correctCount(item));
const plain = (html: string) => html.replace(/<[^>]*>/g, "");

const habits: Record<string, (item: TestItem) => string[]> = {
  "always the first": (item) => item.options.slice(0, correctCount(item)).map((option) => option.id),
  "always the last": (item) => item.options.slice(-correctCount(item)).map((option) => option.id),
  "always the longest": (item) =>
    item.options
      .toSorted((left, right) => plain(right.text).length - plain(left.text).length)
      .slice(0, correctCount(item))
      .map((option) => option.id),
  "always the shortest": (item) =>
    item.options
      .toSorted((left, right) => plain(left.text).length - plain(right.text).length)
      .slice(0, correctCount(item))
      .map((option) => option.id),
};

describe.each(courses)("course $name", ({ name, checked }) => {
  if (!checked.ok) {
    it("passes its check", () => expect(checked.problems).toEqual([]));
    return;
  }
  const { course, lessons, tests } = checked;

  it("passes its check", () => expect(course.slug).toBe(name));

  it("asks nothing in the final test that a check has asked", () => {
    const stems = (kind: TestDefinition["kind"]) =>
      tests.filter((test) => test.kind === kind).flatMap((test) => test.items.map((item) => normalisedStem(item.stem)));
    const practised = new Set(stems("check"));
    expect(stems("final").filter((stem) => practised.has(stem))).toEqual([]);
  });

  it.each(tests)("$id: who knows the key scores everything", (test) => {
    expect(hits(test.items, (item) => item.options.filter((option) => option.correct).map((option) => option.id))).toBe(test.items.length);
  });

  it.each(tests.flatMap((test) => Object.keys(habits).map((habit) => ({ test, id: test.id, habit }))))(
    "$id: $habit is no better than chance",
    ({ test, habit }) => {
      const score = hits(test.items, habits[habit] ?? (() => []));
      expect(tail(test.items.map(guess), score)).toBeGreaterThan(0.05);
    },
  );

  it("has questions for every outcome", () => {
    for (const counts of Object.values(courseNumbers(course, lessons, tests).itemsPerOutcome)) {
      expect(counts.check + counts.final).toBeGreaterThan(0);
    }
  });

  it("keeps to sentences that can be read after a shift", () => {
    expect(courseNumbers(course, lessons, tests).averageSentence).toBeLessThan(16);
  });

  it("adds its minutes up", () => {
    const { total, reading, reflection, case: cases, check, test } = course.studyLoad;
    expect(total).toBe(reading + reflection + cases + check + test);
    const listed = course.modules.flatMap((module) => module.lessons).reduce((sum, lesson) => sum + lesson.minutes, 0);
    expect(listed).toBe(reading + reflection + cases);
  });

  it("cites only sources it has", () => {
    for (const lesson of lessons) {
      const html = lesson.steps
        .flatMap((step) => step.blocks.flatMap((block) => [block.html, block.kind === "case" ? block.discussion : ""]))
        .join("");
      const linked = [...html.matchAll(/href="#bron-([a-z0-9-]+)"/g)].map((match) => match[1] ?? "");
      expect(linked.filter((key) => !lesson.cited.includes(key))).toEqual([]);
      expect(lesson.cited.filter((key) => !(key in course.references))).toEqual([]);
    }
  });
});

describe("the wording guard", () => {
  const said = courses.flatMap(({ checked }) => (checked.ok ? checked.lessons : []));
  it("has no sentence the evidence forbids, outside a box or an exercise that weighs it", () => {
    const prose = said
      .flatMap((lesson) =>
        lesson.steps.flatMap((step) => step.blocks.flatMap((block) => (block.kind === "prose" ? [plain(block.html)] : []))),
      )
      .join("\n");
    for (const forbidden of [/halveert .{0,30}sterf/i, /bewezen effectief/i, /blauwdruk/i, /brein is gekaapt/i, /helpt tegen depressie/i])
      expect(prose).not.toMatch(forbidden);
  });
});

describe("the questions a buyer reads", () => {
  it("promise no seats, which do not exist", () => {
    for (const { name } of courses)
      expect(readFileSync(join("courses", name, "course.yaml"), "utf8")).not.toMatch(/plaatsen kopen|toewijzen/);
  });
});
