import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Correction, correct, lessonToCorrect, passageMark } from "#app/features/catalogue/corrections.server.ts";
import { correctableEditions, madeRevision, revisionPatch } from "#app/features/catalogue/corrections-for-office.server.ts";
import { coursePage } from "#app/features/catalogue/courses.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { registerNotices, registerTold } from "#app/features/catalogue/register-notices.server.ts";
import { db } from "#app/platform/db.server.ts";
import { slug } from "./edition-folder.ts";

const now = new Date("2026-12-01T10:00:00Z");
const later = new Date("2026-12-02T10:00:00Z");
const actorId = "00000000-0000-7000-8000-0000000000b0";
const lessonId = "alleen-of-eenzaam";
const edition = "2026.1";
const lessonFile = "01-gemis/01-alleen-of-eenzaam.md";
const SENTENCE = "Je hebt een folder van de inloopochtend in je tas.";

let folder = "";
const fileIn = (course: string, name: string) => readFile(join(folder, course, name), "utf8");
const publish = (at: Date) => publishCourses({ folder, now: at });
const problemsOf = async (at: Date) => (await publish(at)).problems.map(({ courseSlug, message }) => `${courseSlug}: ${message}`);

/** A masterclass that is nothing but the one module, as it stands in its own folder beside it. */
function masterclass(yaml: string): string {
  return yaml
    .replace(/^slug: .*$/m, "slug: meesterproef")
    .replace(/^kind: .*$/m, "kind: masterclass")
    .replace(/^title: .*$/m, "title: Meesterproef")
    .replace(/^revision: .*$/m, "revision: 1")
    .replace(/^outcomes:\n(?: .*\n)+/m, "outcomes: []\n")
    .replace(/^readingList:\n(?: .*\n)+/m, "readingList: []\n")
    .replace(/^glossary:\n(?: .*\n)+/m, "glossary: []\n")
    .replace(/^modules: .*$/m, `modules:\n  - {course: ${slug}, module: 01-gemis}`)
    .replace(/^finalTest: .*\n/m, "")
    .replace(/^requirements:[\s\S]*$/m, "requirements:\n  - type: lessons-finished\n");
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kring-corrections-"));
  await cp(join("courses", slug), join(folder, slug), { recursive: true });
  for (const file of ["provider.yaml", "help-lines.yaml"]) await cp(join("courses", file), join(folder, file));
  const yaml = (await fileIn(slug, "course.yaml")).replace(/^revision: .*$/m, "revision: 1");
  await writeFile(join(folder, slug, "course.yaml"), yaml);
  await mkdir(join(folder, "meesterproef"));
  await writeFile(join(folder, "meesterproef", "course.yaml"), masterclass(yaml));
  for (const name of ["references.yaml", "claims.yaml"]) await writeFile(join(folder, "meesterproef", name), "{}\n");
  expect(await problemsOf(now)).toEqual([]);
});

/** A correction of the passage that holds `part`, as its form would send it. */
async function wish(part: string, text: (was: string) => string, more: Partial<Correction> = {}): Promise<Correction> {
  const lesson = await lessonToCorrect(slug, edition, lessonId);
  const passage = lesson?.passages.find((one) => one.text.includes(part));
  if (!passage) throw new Error(`no passage holds ‘${part}’`);
  return {
    slug,
    edition,
    lessonId,
    passage: passage.index,
    mark: passageMark(passage.text),
    text: text(passage.text),
    reason: "De folder klopte niet.",
    material: false,
    author: "Anna Kantoor",
    actorId,
    ...more,
  };
}

const newest = async (courseSlug: string) =>
  db.editionRevision.findFirstOrThrow({
    where: { edition: { courseSlug } },
    orderBy: { revision: "desc" },
    select: { id: true, revision: true, author: true, reason: true, material: true },
  });

describe("a corrected passage", { timeout: 60_000 }, () => {
  it("starts from a lesson as its writer left it, of the course itself alone", async () => {
    expect(await correctableEditions()).toMatchObject([
      { slug, edition, revision: 1, modules: [{ from: null }] },
      { slug: "meesterproef", modules: [{ from: { slug } }] },
    ]);
    expect(await lessonToCorrect("meesterproef", edition, lessonId)).toBeNull();
    expect(await lessonToCorrect(slug, "2031.1", lessonId)).toBeNull();
    expect(await lessonToCorrect(slug, edition, "bestaat-niet")).toBeNull();
  });

  it("is refused with what the check of publishing finds, and then nothing changes", async () => {
    const answer = await correct(await wish(SENTENCE, () => "Van de bezoekers komt 40 procent terug."), folder, later);
    expect(answer).toMatchObject({
      ok: false,
      reason: "refused",
      problems: [{ courseSlug: slug, file: lessonFile, message: expect.stringContaining("klinkt als een feit") }],
    });
    expect(await correct(await wish(SENTENCE, (was) => `${was}\r\n`), folder, later)).toEqual({ ok: false, reason: "nothing-changed" });
    expect(await correct(await wish(SENTENCE, () => " \r\n"), folder, later)).toEqual({ ok: false, reason: "empty" });
    expect((await newest(slug)).revision).toBe(1);
    expect(await db.auditEvent.count({ where: { action: "catalogue.passage-corrected" } })).toBe(0);
  });

  it("cannot change what a certificate asks", async () => {
    const lesson = await lessonToCorrect(slug, edition, "een-bewering-wegen");
    const casus = lesson?.passages.find(({ text }) => text.includes("#casus-v-en-sem"));
    if (!casus) throw new Error("the case should be there");
    const text = casus.text.replace("casus-v-en-sem", "casus-anders");
    const said = await wish(SENTENCE, (was) => was);
    const answer = await correct(
      { ...said, lessonId: "een-bewering-wegen", passage: casus.index, mark: passageMark(casus.text), text },
      folder,
      later,
    );
    expect(answer).toMatchObject({ ok: false, reason: "refused" });
    expect((await newest(slug)).revision).toBe(1);
  });

  it("becomes the next revision with a name and a reason, in every course that includes the module, and in the files", async () => {
    const first = await wish(SENTENCE, (was) => was.replace(SENTENCE, "In je tas zit een folder."));
    expect(await correct(first, folder, later)).toEqual({ ok: true, revision: 2, written: true });
    const said = { revision: 2, author: "Anna Kantoor", reason: "De folder klopte niet.", material: false };
    expect(await newest(slug)).toMatchObject(said);
    expect(await newest("meesterproef")).toMatchObject(said);
    expect((await coursePage("meesterproef", later))?.course.revision).toBe(2);
    expect(await fileIn(slug, lessonFile)).toContain("In je tas zit een folder.");
    expect(await fileIn(slug, "course.yaml")).toContain("revision: 2\nrevisionAuthor: Anna Kantoor\n");
    expect(await fileIn("meesterproef", "course.yaml")).toContain("revision: 2\n");
    expect(await madeRevision(slug, edition, 2, folder)).toMatchObject({ folder: "after", along: [{ slug: "meesterproef", revision: 2 }] });
    expect(await madeRevision("meesterproef", edition, 2, folder)).toMatchObject({ folder: "after", along: [] });
    // A start reads the same folder and finds nothing new, and nothing wrong.
    expect(await publish(later)).toEqual({ published: [], problems: [] });
    expect(await correct(first, folder, later)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await correct({ ...first, passage: 9999 }, folder, later)).toEqual({ ok: false, reason: "passage-gone" });
    const event = await db.auditEvent.findFirst({
      where: { action: "catalogue.passage-corrected" },
      select: { actorId: true, data: true },
    });
    expect(event).toMatchObject({ actorId, data: { revision: 2, lessonId, material: false, along: ["meesterproef 2026.1.2"] } });
  });

  it("overwrites nothing of somebody at work in the files, and gives the change as a patch instead", async () => {
    const copy = await mkdtemp(join(tmpdir(), "kring-patched-"));
    await cp(join(folder, slug), join(copy, "courses", slug), { recursive: true });
    const mine = `${await fileIn("meesterproef", "course.yaml")}# nog niet klaar\n`;
    await writeFile(join(folder, "meesterproef", "course.yaml"), mine);
    const answer = await correct(await wish("In je tas zit een folder.", (was) => was.replace("een folder", "één folder")), folder, later);
    expect(answer).toEqual({ ok: true, revision: 3, written: false });
    expect(await fileIn("meesterproef", "course.yaml")).toBe(mine);
    expect(await fileIn(slug, lessonFile)).toContain("In je tas zit een folder.");
    expect(await madeRevision(slug, edition, 3, folder)).toMatchObject({ folder: "before" });
    expect(await madeRevision("meesterproef", edition, 3, folder)).toMatchObject({ folder: "other" });

    await writeFile(join(copy, "change.patch"), (await revisionPatch(slug, edition, 3)) ?? "");
    execFileSync("git", ["apply", "change.patch"], { cwd: copy });
    expect(await madeRevision(slug, edition, 3, join(copy, "courses"))).toMatchObject({ folder: "after" });
    await rm(join(folder, "meesterproef"), { recursive: true });
    expect(await madeRevision("meesterproef", edition, 3, folder)).toMatchObject({ folder: "absent" });
    expect(await revisionPatch(slug, edition, 1)).toBeNull();
    expect(await revisionPatch(slug, edition, 99)).toBeNull();
  });
});

describe("a register that recognised the course", { timeout: 60_000 }, () => {
  const window = { courseSlug: slug, pointsHundredth: 200, status: "granted", validFrom: now };
  const accreditation = (more: object) => db.accreditation.create({ data: { ...window, register: "SKJ", ...more }, select: { id: true } });

  it("must hear of a material correction, and that it did is kept", async () => {
    const saw = await accreditation({ editionsCovered: [{ edition, fromRevision: 2 }] });
    await accreditation({ register: "NIP", editionsCovered: [{ edition: "2025.1", fromRevision: 1 }] });
    await accreditation({ register: "V&VN", status: "requested" });
    expect(await registerNotices(later)).toEqual([]);
    const said = await wish("één folder", (was) => was.replace("één folder", "geen folder"), { material: true });
    expect(await correct(said, folder, later)).toMatchObject({ ok: true, revision: 4 });
    const { id: revisionId } = await newest(slug);
    expect(await registerNotices(later)).toMatchObject([{ revisionId, register: "SKJ", revision: 4, reportedOn: null }]);

    const told = { revisionId, accreditationId: saw.id, actorId };
    const today = new Date("2026-12-01T23:00:00Z");
    expect(await registerTold({ ...told, on: new Date("2026-12-02T23:00:00Z") }, later)).toEqual({ ok: false, reason: "in-future" });
    expect(await registerTold({ ...told, accreditationId: revisionId, on: today }, later)).toEqual({ ok: false, reason: "unknown-notice" });
    expect(await registerTold({ ...told, on: today }, later)).toEqual({ ok: true });
    expect(await registerTold({ ...told, on: now }, later)).toEqual({ ok: true });
    expect(await registerNotices(later, revisionId)).toMatchObject([{ reportedOn: today }]);
    expect(await db.auditEvent.count({ where: { action: "catalogue.register-told", subjectId: revisionId } })).toBe(1);
  });
});

describe("two people of the office at one lesson", { timeout: 60_000 }, () => {
  it("each change the passage they saw, also where the other one's moved it along", async () => {
    const { revision } = await newest(slug);
    const lower = await wish("Door te tellen kom je er niet achter.", (was) => was.replace("Door te tellen", "Met tellen"));
    const upper = await wish("geen folder", (was) => `Het regent.\n\n${was}`);
    expect(await correct(upper, folder, later)).toMatchObject({ ok: true, revision: revision + 1 });
    expect(await correct(lower, folder, later)).toMatchObject({ ok: true, revision: revision + 2 });
    const passages = (await lessonToCorrect(slug, edition, lessonId))?.passages.map(({ text }) => text) ?? [];
    expect(passages[0]).toBe("Het regent.");
    expect(passages[lower.passage + 1]).toContain("Met tellen kom je er niet achter.");
    expect(passages.filter((text) => text.includes("kom je er niet achter"))).toHaveLength(1);
  });
});
