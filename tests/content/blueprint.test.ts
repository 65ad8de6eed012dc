import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scoreAnswers } from "#app/features/assessment/scoring.ts";
import { checkCourse } from "#app/features/catalogue/check-course.ts";
import type { TestItem } from "#app/features/catalogue/compiled.ts";
import { courseFolders, readCourseFolder } from "#app/features/catalogue/course-folder.server.ts";
import { chanceOfAtLeast, waysToChoose } from "./chance.ts";

/** A course that does not pass its check has no tests to look at; that it must pass is asked elsewhere. */
const courses = await Promise.all(
  (await courseFolders("courses")).map(async (name) => {
    const checked = checkCourse(await readCourseFolder(join("courses", name)));
    return { name, checked: checked.ok ? checked : null };
  }),
);
const tests = courses.flatMap(({ name, checked }) =>
  (checked?.tests ?? []).map((test) => ({ name, id: test.id, test, outcomes: checked?.course.outcomes ?? [] })),
);

type Answering = (item: TestItem) => string[];

const hits = (items: readonly TestItem[], answer: Answering) =>
  scoreAnswers(items, Object.fromEntries(items.map((item) => [item.id, answer(item)])), 100).right;

const byTheKey: Answering = (item) => item.options.filter((option) => option.correct).map((option) => option.id);
/** what someone knows who knows how many answers are right, and no more */
const asked = (item: TestItem) => byTheKey(item).length;
const luck = (item: TestItem) => 1 / waysToChoose(item.options.length, asked(item));
const length = (html: string) => html.replace(/<[^>]*>/g, "").length;

/** Ways to answer without knowing anything of the subject. */
const habits: Record<string, Answering> = {
  "always the first": (item) => item.options.slice(0, asked(item)).map((option) => option.id),
  "always the last": (item) => item.options.slice(-asked(item)).map((option) => option.id),
  "always the longest": (item) => byLength(item, -1),
  "always the shortest": (item) => byLength(item, 1),
};

function byLength(item: TestItem, direction: 1 | -1): string[] {
  return item.options
    .toSorted((left, right) => direction * (length(left.text) - length(right.text)))
    .slice(0, asked(item))
    .map((option) => option.id);
}

const withHabits = tests.flatMap((one) => Object.entries(habits).map(([habit, answer]) => ({ ...one, habit, answer })));

describe.runIf(tests.length > 0)("tests of the courses", () => {
  it.each(tests)("$name, $id: who knows the key scores 100 %", ({ test }) => {
    for (const item of test.items) expect(hits([item], byTheKey), item.id).toBe(1);
    expect(scoreAnswers(test.items, Object.fromEntries(test.items.map((item) => [item.id, byTheKey(item)])), test.percent)).toMatchObject({
      percent: 100,
      passed: true,
    });
  });

  it.each(withHabits)("$name, $id: $habit is no better than chance", ({ test, answer }) => {
    expect(chanceOfAtLeast(hits(test.items, answer), test.items.map(luck))).toBeGreaterThan(0.05);
    const single = test.items.filter((item) => item.kind === "single");
    expect(chanceOfAtLeast(hits(single, answer), single.map(luck)), "questions with one answer").toBeGreaterThan(0.05);
  });

  it.each(tests.filter(({ test }) => test.kind === "final"))("$name, $id: every outcome has enough questions for its draw", (one) => {
    const { items, drawPerOutcome } = one.test;
    for (const { id } of one.outcomes)
      expect(items.filter((item) => item.outcome === id).length, id).toBeGreaterThanOrEqual(drawPerOutcome ?? 1);
  });

  it.each(tests)("$name, $id: every question tests an outcome of its course", ({ test, outcomes }) => {
    const known = new Set(outcomes.map(({ id }) => id));
    expect(test.items.filter((item) => !known.has(item.outcome)).map((item) => item.id)).toEqual([]);
  });
});
