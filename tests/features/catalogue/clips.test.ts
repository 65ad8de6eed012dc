import { mkdtempSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { clipMemory } from "#app/features/catalogue/clip-memory.server.ts";
import { readCourse } from "#app/features/catalogue/course-folder.server.ts";
import { coursePage, courseProblems } from "#app/features/catalogue/courses.server.ts";
import { hashOfPointer, mediaName, mediaPointer } from "#app/features/catalogue/media.ts";
import { dropCutOffCopies, mediaFolder, storeMedia } from "#app/features/catalogue/media-store.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { DAY } from "#app/platform/clock.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { courseWithClips } from "#tests/support/clip-course.ts";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";

const slug = "gemis-is-geen-alleen-zijn";
const now = new Date("2026-12-01T10:00:00Z");
const clip = Buffer.from("bytes of a clip");
const kept = async () => (await readdir(mediaFolder())).filter((name) => name !== "hashes.json").sort();

// Read once a process, so one folder for all; each story begins with an empty store.
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "kring-clips-data-"));
beforeEach(() => rm(mediaFolder(), { recursive: true, force: true }));

describe("the store of clips", () => {
  async function courseWith(bytes: Buffer): Promise<string> {
    const course = mkdtempSync(join(tmpdir(), "kring-clip-"));
    await mkdir(join(course, "media"));
    await writeFile(join(course, "media/doek.webm"), bytes);
    return course;
  }

  it("keeps a clip under the hash of its bytes, once", async () => {
    const course = await courseWith(clip);
    const { files } = await readCourse(course);
    expect(hashOfPointer(files["media/doek.webm"] ?? "")).toBe(sha256(clip));
    expect(await Promise.all([storeMedia(course, files), storeMedia(course, files)])).toEqual([[], []]);
    expect(await kept()).toEqual([mediaName("doek.webm", sha256(clip))]);
    expect(await readFile(join(mediaFolder(), mediaName("doek.webm", sha256(clip))))).toEqual(clip);
  });

  it("refuses a clip that became another while it was read, and leaves nothing half behind", async () => {
    const course = await courseWith(clip);
    const problems = await storeMedia(course, { "media/doek.webm": mediaPointer(sha256("what it was"), 11) });
    expect(problems).toMatchObject([{ file: "media/doek.webm", message: expect.stringContaining("veranderde terwijl") }]);
    expect(await kept()).toEqual([]);
  });

  it("takes away what a stop in the middle of copying left behind, and nothing that has a name or is still being copied", async () => {
    const course = await courseWith(clip);
    await storeMedia(course, (await readCourse(course)).files);
    const [name = ""] = await kept();
    for (const part of ["cut-off", "being-copied"]) await writeFile(join(mediaFolder(), `${name}.${part}.part`), "half");
    const longAgo = new Date(Date.now() - 2 * DAY);
    for (const old of [name, `${name}.cut-off.part`]) await utimes(join(mediaFolder(), old), longAgo, longAgo);
    await dropCutOffCopies(new Date());
    expect(await kept()).toEqual([name, `${name}.being-copied.part`]);
    await rm(mediaFolder(), { recursive: true });
    await dropCutOffCopies(now);
  });

  it("says so of one clip it cannot copy, and keeps the others", async () => {
    const course = await courseWith(clip);
    const { files } = await readCourse(course);
    const problems = await storeMedia(course, { "media/weg.webm": mediaPointer(sha256("gone"), 4), ...files });
    expect(problems).toMatchObject([{ file: "media/weg.webm", message: expect.stringContaining("niet te lezen") }]);
    expect(await kept()).toEqual([mediaName("doek.webm", sha256(clip))]);
  });

  it("is told of a clip that the disk does not give, with the rest of the course", async () => {
    const course = await courseWith(clip);
    await writeFile(join(course, "course.yaml"), "slug: doek\n");
    const damaged = () => Promise.reject(Object.assign(new Error("i/o error"), { code: "EIO" }));
    const { files, problems } = await readCourse(course, damaged);
    expect(Object.keys(files)).toEqual(["course.yaml"]);
    expect(problems).toMatchObject([{ file: "media/doek.webm", message: expect.stringContaining("(EIO)") }]);
  });

  it("reads a clip again only when it changed", async () => {
    const path = join(await courseWith(clip), "media/doek.webm");
    const first = await clipMemory();
    expect(await first.hashOf(path)).toBe(sha256(clip));
    await first.keep();
    // What is remembered is told, not read: seen by remembering something else.
    const file = join(mediaFolder(), "hashes.json");
    await writeFile(file, (await readFile(file, "utf8")).replace(sha256(clip), "f".repeat(64)));
    expect(await (await clipMemory()).hashOf(path)).toBe("f".repeat(64));
    // Another cut as long as the first, put there with the first one's date.
    const { atime, mtime } = await stat(path);
    const other = Buffer.from("bytes of a plip");
    await copyFile(path, `${path}.new`);
    await writeFile(`${path}.new`, other);
    await utimes(`${path}.new`, atime, mtime);
    await rename(`${path}.new`, path);
    expect(await (await clipMemory()).hashOf(path)).toBe(sha256(other));
    await writeFile(file, "not a memory");
    expect(await (await clipMemory()).hashOf(path)).toBe(sha256(other));
  });
});

describe("publishing a course with clips", () => {
  it("starts with the last good revision when a clip cannot be kept, and takes the new one when it can", async () => {
    expect((await publishOnly([oneCourse], now)).problems).toEqual([]);
    const before = (await coursePage(slug, now))?.course.revision;
    const folder = await courseWithClips(clip);
    // Nothing can be kept where a file stands in the way of the folder.
    await writeFile(mediaFolder(), "");
    const { published, problems } = await publishCourses({ folder, now });
    expect(published).toEqual([]);
    expect(new Set(problems.map(({ courseSlug }) => courseSlug))).toEqual(new Set([slug]));
    expect(problems.map(({ file }) => file)).toContain("media/doek.webm");
    expect(await courseProblems()).toHaveLength(problems.length);
    expect((await coursePage(slug, now))?.course.revision).toBe(before);

    await rm(mediaFolder());
    expect(await publishCourses({ folder, now })).toEqual({ published: [slug], problems: [] });
    expect(await kept()).toHaveLength(4);
  });
});
