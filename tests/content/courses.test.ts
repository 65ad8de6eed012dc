import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCourse } from "#app/features/catalogue/check-course.ts";
import { normalisedStem } from "#app/features/catalogue/compile/tests.ts";
import type { TestDefinition } from "#app/features/catalogue/compiled.ts";
import { courseFolders, readCourseFolder } from "#app/features/catalogue/course-folder.server.ts";
import { courseNumbers } from "#app/features/catalogue/course-numbers.ts";

const courses = await Promise.all(
  (await courseFolders("courses")).map(async (name) => ({ name, checked: checkCourse(await readCourseFolder(join("courses", name))) })),
);

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

  it("keeps to sentences that can be read after a shift", () => {
    expect(courseNumbers(course, lessons, tests).averageSentence).toBeLessThan(16);
  });

  it("adds its minutes up", () => {
    const { total, practice: _apart, check, test, ...inLessons } = course.studyLoad;
    const lessonMinutes = Object.values(inLessons).reduce((sum, minutes) => sum + minutes, 0);
    expect(total).toBe(lessonMinutes + check + test);
    const listed = course.modules.flatMap((module) => module.lessons).reduce((sum, lesson) => sum + lesson.minutes, 0);
    expect(listed).toBe(lessonMinutes);
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

describe("the questions a buyer reads", () => {
  it("promise no seats, which do not exist", () => {
    for (const { name } of courses)
      expect(readFileSync(join("courses", name, "course.yaml"), "utf8")).not.toMatch(/plaatsen kopen|toewijzen/);
  });
});
