import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { coursesReport } from "#app/commands/courses-check.ts";
import { newCourse } from "#app/commands/courses-new.ts";
import { checkCourse } from "#app/features/catalogue/check-course.ts";
import { readCourseFolder } from "#app/features/catalogue/course-folder.server.ts";

const now = new Date("2026-11-22T10:00:00Z");
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kring-new-course-"));
});
afterEach(() => rm(folder, { recursive: true }));

const make = (slug: string, title = 'Rouw op het werk: "gewoon" doorgaan') => newCourse({ slug, title, folder, now });

/** The one thing that stands in the way. */
async function signWith(name: string): Promise<void> {
  const path = join(folder, "rouw", "course.yaml");
  await writeFile(path, (await readFile(path, "utf8")).replace('- name: ""', `- name: ${name}`));
}

describe("a new course", () => {
  it("has everything but a name under it, and says so", async () => {
    const { made, lines } = await make("rouw");
    expect(made).toBe(true);
    const checked = checkCourse(await readCourseFolder(join(folder, "rouw")));
    expect(checked).toMatchObject({ ok: false, problems: [{ file: "course.yaml", message: "‘authors.0.name’ is leeg." }] });
    const line = (await readFile(join(folder, "rouw", "course.yaml"), "utf8")).split("\n").indexOf('  - name: ""') + 1;
    expect(lines).toContain(`   ${join(folder, "rouw", "course.yaml")}:${line} ‘authors.0.name’ is leeg.`);
  });

  it("passes once it has one; the check names every place that is still open", async () => {
    await make("rouw");
    await signWith("Redactie");
    const files = await readCourseFolder(join(folder, "rouw"));
    expect(checkCourse(files)).toMatchObject({ ok: true, course: { slug: "rouw", title: 'Rouw op het werk: "gewoon" doorgaan' } });
    const { lines, wrong } = await coursesReport(folder, "2026-11-22");
    expect(wrong).toBe(0);
    const open = Object.keys(files).filter((name) => lines.some((line) => line.startsWith(`  ${join(folder, "rouw", name)}:`)));
    expect(open.sort()).toEqual(Object.keys(files).sort());
    expect(lines.join("\n")).toContain("staat nog [vul in …]");
  });

  it.each(["2026", "true", "form", "tests"])("may be called ‘%s’", async (slug) => {
    await make(slug);
    const checked = checkCourse(await readCourseFolder(join(folder, slug)));
    expect(checked).toMatchObject({ problems: [{ message: "‘authors.0.name’ is leeg." }] });
    const path = join(folder, slug, "course.yaml");
    const signed = (await readFile(path, "utf8")).replace('- name: ""', "- name: Redactie");
    expect(checkCourse({ ...(await readCourseFolder(join(folder, slug))), "course.yaml": signed })).toMatchObject({ ok: true });
  });

  it("is nobody else’s: neither its claims nor its lessons are those of another new course", async () => {
    await make("rouw");
    await make("afscheid", "Afscheid");
    expect(await readFile(join(folder, "rouw", "claims.yaml"), "utf8")).toContain("\nP01:");
    expect(await readFile(join(folder, "afscheid", "claims.yaml"), "utf8")).toContain("\nQ01:");
    expect((await coursesReport(folder, "2026-11-22")).lines.join("\n")).not.toContain("tussen cursussen");
  });

  it.each([
    ["", "Noem een slug"],
    ["Rouw op het werk", "kleine letters, cijfers en streepjes"],
    ["../elders", "kleine letters, cijfers en streepjes"],
    ["hint", "gebruikt de site zelf"],
    ["schemas", "gebruikt de site zelf"],
    ["a".repeat(61), "te lang"],
  ])("is not called ‘%s’", async (slug, message) => {
    const { made, lines } = await make(slug);
    expect(made).toBe(false);
    expect(lines.join("\n")).toContain(message);
    expect(await readdir(folder)).toEqual([]);
  });

  it("has a title of one line", async () => {
    expect(await make("rouw", " ")).toMatchObject({ made: false, lines: [expect.stringContaining("Er is geen titel")] });
    expect(await make("rouw", "Rouw\nop het werk")).toMatchObject({ made: false });
  });

  it("is never written over what stands there", async () => {
    await mkdir(join(folder, "rouw"));
    const { made, lines } = await make("rouw");
    expect(made).toBe(false);
    expect(lines.join("\n")).toContain("bestaat al, en wordt niet overschreven");
    expect(await readdir(join(folder, "rouw"))).toEqual([]);
  });
});
