import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { COMPILER_VERSION, type CompiledCourse } from "#app/features/catalogue/compiled.ts";
import { coursePage, courseProblems, currentRevision } from "#app/features/catalogue/courses.server.ts";
import { helpLines, letterSignature, provider } from "#app/features/catalogue/provider.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { db } from "#app/platform/db.server.ts";
import { copyCourses, oneCourse } from "#tests/support/courses.ts";

const SLUG = "gemis-is-geen-alleen-zijn";
const now = new Date("2026-12-01T10:00:00Z");
let folder = "";
/** as it was at the story's beginning */
let older = "";

const edit = async (file: string, change: (text: string) => string) => {
  const path = join(folder, file);
  const before = await readFile(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
};
const counts = async () => ({
  courses: await db.course.count(),
  editions: await db.edition.count(),
  revisions: await db.editionRevision.count(),
  lessons: await db.revisionLesson.count(),
  tests: await db.revisionTest.count(),
  offers: await db.offer.count(),
});
const lesson = `${SLUG}/01-gemis/01-alleen-of-eenzaam.md`;
const courseFile = `${SLUG}/course.yaml`;

beforeAll(async () => {
  folder = await copyCourses([oneCourse]);
  // whatever revision the course itself is at, this story begins at the first
  await edit(courseFile, (text) => text.replace(/revision: \d+\nrevisionReason: .*\n/, "revision: 1\n"));
  older = `${folder}-older`;
  await cp(folder, older, { recursive: true });
});

describe("publishing courses", () => {
  it("stores everything once, though two nodes start at the same time", async () => {
    const both = await Promise.all([publishCourses({ folder, now }), publishCourses({ folder, now })]);
    expect(both.flatMap((result) => result.published)).toEqual([SLUG]);
    expect(both.flatMap((result) => result.problems)).toEqual([]);
    expect(await counts()).toEqual({ courses: 1, editions: 1, revisions: 1, lessons: 5, tests: 2, offers: 1 });
    const page = await coursePage(SLUG, now);
    expect(page?.editionState).toBe("draft");
    expect(page?.offer).toMatchObject({ amountCents: 9500, currency: "EUR", vatBasisPoints: 2100 });
  });

  it("changes nothing the second time", async () => {
    const before = await counts();
    expect(await publishCourses({ folder, now })).toEqual({ published: [], problems: [] });
    expect(await counts()).toEqual(before);
  });

  it("reads the provider and the help lines", async () => {
    const seller = await provider();
    expect(seller.tradeName).toContain("fictief");
    expect(Object.keys(seller)).not.toContain("offers");
    expect(letterSignature(seller).contact).toEqual(seller.contact);
    expect((await helpLines()).lines.map((line) => line.phone)).toContain("113");
  });

  it("leaves the office's provider and prices alone afterwards", async () => {
    await db.offer.updateMany({ data: { amountCents: 12_300 } });
    await edit("provider.yaml", (text) => text.replace("amountCents: 9500", "amountCents: 100").replace("Voorbeeldstad", "Elders"));
    await publishCourses({ folder, now });
    expect(await db.offer.findMany({ select: { amountCents: true } })).toEqual([{ amountCents: 12_300 }]);
    expect((await provider()).address.city).toBe("Voorbeeldstad");
  });

  it("asks for a higher revision when the text changed", async () => {
    await edit(lesson, (text) => text.replace("grijze dinsdag", "grijze woensdag"));
    const { published, problems } = await publishCourses({ folder, now });
    expect(published).toEqual([]);
    expect(problems).toMatchObject([
      { courseSlug: SLUG, file: "course.yaml", message: expect.stringContaining("revisie 1 is al gepubliceerd") },
    ]);
    expect(await courseProblems()).toHaveLength(1);
  });

  it("keeps the last good revision while a course is wrong, and says where", async () => {
    await edit(lesson, (text) => text.replace("[@D03]", "[@Z99]"));
    const { problems } = await publishCourses({ folder, now });
    expect(problems).toMatchObject([{ file: "01-gemis/01-alleen-of-eenzaam.md", line: 76, message: expect.stringContaining("‘Z99’") }]);
    expect((await coursePage(SLUG, now))?.course.revision).toBe(1);
    await edit(lesson, (text) => text.replace("[@Z99]", "[@D03]"));
  });

  it("publishes the raised revision with author and reason, and clears the problems", async () => {
    await edit(courseFile, (text) =>
      text.replace("revision: 1\n", "revision: 2\nrevisionReason: De dag klopte niet.\nrevisionAuthor: Redactie\n"),
    );
    expect(await publishCourses({ folder, now })).toEqual({ published: [SLUG], problems: [] });
    expect(await courseProblems()).toEqual([]);
    const rows = await db.editionRevision.findMany({
      orderBy: { revision: "asc" },
      select: { revision: true, author: true, reason: true },
    });
    expect(rows[1]).toEqual({ revision: 2, author: "Redactie", reason: "De dag klopte niet." });
    expect((await coursePage(SLUG, now))?.course.revision).toBe(2);
  });

  it("is not set back by a node with an older copy of the course", async () => {
    expect(await publishCourses({ folder: older, now })).toEqual({ published: [], problems: [] });
    expect((await coursePage(SLUG, now))?.course.revision).toBe(2);
  });

  it("refuses other requirements under the same edition number", async () => {
    await edit(courseFile, (text) =>
      text.replace("revision: 2\n", "revision: 3\n").replace("  - type: cases-written\n    cases: [casus-v-en-sem]\n", ""),
    );
    const { published, problems } = await publishCourses({ folder, now });
    expect(published).toEqual([]);
    expect(problems[0]?.advice).toContain("nieuw editienummer");
    await edit(courseFile, (text) => text.replace('edition: "2026.1"', 'edition: "2026.2"').replace("revision: 3\n", "revision: 1\n"));
    expect((await publishCourses({ folder, now })).published).toEqual([SLUG]);
    expect(await db.edition.findMany({ orderBy: { number: "asc" }, select: { number: true, state: true } })).toEqual([
      { number: "2026.1", state: "draft" },
      { number: "2026.2", state: "draft" },
    ]);
  });

  it("recompiles published revisions in place when the compiler has become newer", async () => {
    const { id, editionId } = await db.editionRevision.findFirstOrThrow({ select: { id: true, editionId: true } });
    await db.editionRevision.update({ where: { id }, data: { compilerVersion: COMPILER_VERSION - 1, compiled: {} }, select: { id: true } });
    await db.revisionLesson.updateMany({ where: { revisionId: id }, data: { content: {} } });
    await publishCourses({ folder, now });
    const row = await db.editionRevision.findUniqueOrThrow({ where: { id }, select: { compiled: true, compilerVersion: true } });
    expect((row.compiled as unknown as CompiledCourse).slug).toBe(SLUG);
    expect(row.compilerVersion).toBe(COMPILER_VERSION);
    const lessons = await db.revisionLesson.findMany({ where: { revisionId: id }, select: { content: true } });
    expect(lessons).toHaveLength(5);
    expect(lessons.every((entry) => Object.keys(entry.content as object).includes("steps"))).toBe(true);
    expect((await currentRevision(db, editionId)).compiled.slug).toBe(SLUG);
  });

  it("keeps every revision that was compiled anew, though a later one breaks it off", async () => {
    const revisions = await db.editionRevision.findMany({ orderBy: { id: "asc" }, select: { id: true, source: true, publishedAt: true } });
    const [oldest, ...newer] = revisions;
    if (!oldest || newer.length === 0) throw new Error("there should be several revisions");
    const before = new Date(oldest.publishedAt.getTime() - 1000);
    const unreadable = {
      compilerVersion: COMPILER_VERSION - 1,
      publishedAt: before,
      source: { "course.yaml": 1, "references.yaml": "{}" },
    };
    await db.editionRevision.updateMany({ data: { compilerVersion: COMPILER_VERSION - 1 } });
    await db.editionRevision.update({ where: { id: oldest.id }, data: unreadable, select: { id: true } });
    await expect(publishCourses({ folder, now })).rejects.toThrow();
    expect(await db.editionRevision.count({ where: { compilerVersion: COMPILER_VERSION } })).toBe(newer.length);
    const mended = { source: oldest.source as object, publishedAt: oldest.publishedAt };
    await db.editionRevision.update({ where: { id: oldest.id }, data: mended, select: { id: true } });
    await publishCourses({ folder, now });
    expect(await db.editionRevision.count({ where: { compilerVersion: COMPILER_VERSION } })).toBe(revisions.length);
  });

  it("gives a course that is added later no price", async () => {
    await cp(join(folder, SLUG), join(folder, "tweede-cursus"), { recursive: true });
    await edit("tweede-cursus/course.yaml", (text) => text.replace(`slug: ${SLUG}`, "slug: tweede-cursus"));
    expect((await publishCourses({ folder, now })).published).toEqual(["tweede-cursus"]);
    expect((await coursePage("tweede-cursus", now))?.offer).toBeNull();
  });

  it("reports a folder whose slug is another", async () => {
    await cp(join(folder, SLUG), join(folder, "verkeerde-map"), { recursive: true });
    const { problems } = await publishCourses({ folder, now });
    // The same text is known under its own folder; under this one it is not.
    expect(problems).toMatchObject([{ courseSlug: "verkeerde-map", message: expect.stringContaining("niet de naam van de map") }]);
  });
});
