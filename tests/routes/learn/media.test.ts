import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lessonContent } from "#app/features/catalogue/courses.server.ts";
import { mediaOf } from "#app/features/catalogue/media.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { endGround } from "#app/features/enrolment/grounds.server.ts";
import { lessonMedia, lessonMediaPath, previewMedia, previewMediaPath } from "#app/http/lesson-media.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/features/enrolment/course-fixture.ts";
import { makeLearner, now, slug } from "#tests/features/learning/learner.ts";
import { captions, courseWithClips, tone } from "#tests/support/clip-course.ts";

const clip = Buffer.from("not a real clip, but bytes all the same");
const gated = "welk-gemis";
const open = "alleen-of-eenzaam";
let server: Server;
let origin = "";
/** names of the files by ending, per lesson */
let gatedFiles: Record<string, string> = {};
let openFiles: Record<string, string> = {};

async function filesOf(lessonId: string): Promise<Record<string, string>> {
  const { id } = await db.editionRevision.findFirstOrThrow({ orderBy: { revision: "desc" }, select: { id: true } });
  const lesson = await lessonContent(id, lessonId);
  if (!lesson) throw new Error(`no lesson ${lessonId}`);
  return Object.fromEntries([...mediaOf(lesson)].map((name) => [name.split(".")[1] ?? "", name]));
}

beforeAll(async () => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "kring-media-"));
  const { problems } = await publishCourses({ folder: await courseWithClips(clip), now });
  expect(problems).toEqual([]);
  gatedFiles = await filesOf(gated);
  openFiles = await filesOf(open);
  const app = express().get(lessonMediaPath, lessonMedia).get(previewMediaPath, previewMedia);
  server = app.listen(0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** A session's cookie. */
async function sessionOf(personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const id = createHash("sha256").update(token).digest("hex");
  await db.$executeRaw`insert into session (id, public_id, person_id, expires_at) values (${id}, ${randomUUID()}::uuid, ${personId}::uuid, now() + interval '1 day')`;
  return `kring=${token}`;
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
const ofLesson = (name: string | undefined) => paths.lessonMedia(slug, gated, name ?? "");

describe("the clips of a lesson", () => {
  it("come whole or in part to who may open the lesson, and stay with their browser", async () => {
    const { personId } = await makeLearner();
    const cookie = await sessionOf(personId);
    const whole = await get(ofLesson(gatedFiles.webm), { cookie });
    expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "video/webm"]);
    expect(whole.headers.get("cache-control")).toBe("private, max-age=31536000, immutable, no-transform");
    expect(Buffer.from(await whole.arrayBuffer()).equals(clip)).toBe(true);
    const part = await get(ofLesson(gatedFiles.wav), { cookie, range: "bytes=100-199" });
    expect([part.status, part.headers.get("content-range"), part.headers.get("content-type")]).toEqual([
      206,
      `bytes 100-199/${tone(30).length}`,
      "audio/wav",
    ]);
    expect(Buffer.from(await part.arrayBuffer()).equals(tone(30).subarray(100, 200))).toBe(true);
    const words = await get(ofLesson(gatedFiles.vtt), { cookie });
    expect([words.headers.get("content-type"), await words.text()]).toEqual(["text/vtt; charset=utf-8", captions]);
    expect((await get(ofLesson(gatedFiles.webm), { cookie, range: "bytes=999999-" })).status).toBe(416);
  });

  it("renew the session of who only watches, and carry nobody's to who comes without one", async () => {
    const { personId } = await makeLearner();
    const cookie = await sessionOf(personId);
    expect((await get(ofLesson(gatedFiles.webm), { cookie })).headers.get("set-cookie")).toContain(cookie);
    // Only when its end moved: not with every part of a clip.
    expect((await get(ofLesson(gatedFiles.webm), { cookie })).headers.get("set-cookie")).toBeNull();
    expect((await get(paths.previewMedia(slug, open, openFiles.wav ?? ""))).headers.get("set-cookie")).toBeNull();
  });

  it("play on in a page that was opened before a correction, and are checked against every revision", async () => {
    const cookie = await sessionOf((await makeLearner()).personId);
    const [newest] = await db.editionRevision.findMany({
      orderBy: { revision: "desc" },
      take: 1,
      select: { editionId: true, revision: true },
    });
    if (!newest) throw new Error("no revision");
    const { id } = await db.editionRevision.create({
      data: {
        editionId: newest.editionId,
        revision: newest.revision + 1,
        contentHash: "later",
        author: "Redactie",
        reason: "Zonder beeld.",
        source: {},
        compiled: {},
        compilerVersion: 99,
        publishedAt: now,
      },
      select: { id: true },
    });
    const file = ofLesson(gatedFiles.vtt);
    expect((await get(file, { cookie })).status).toBe(200);
    expect((await get(paths.previewMedia(slug, open, openFiles.wav ?? ""))).status).toBe(404);
    await db.editionRevision.delete({ where: { id }, select: { id: true } });
  });

  it("are nothing to a stranger, to who is signed in without a place, before Begin, and after the end", async () => {
    const refused = async (cookie?: string) => {
      const answer = await get(ofLesson(gatedFiles.webm), cookie ? { cookie } : {});
      expect([answer.status, answer.headers.get("cache-control"), await answer.text()]).toEqual([404, "no-store", ""]);
    };
    await refused();
    await refused(await sessionOf(await makePerson()));
    await refused(await sessionOf((await makeLearner({ begun: false })).personId));
    const { personId } = await makeLearner();
    await endGround(db, { personId, kind: "purchase", source: `line ${personId}`, reason: "refunded" }, now);
    await refused(await sessionOf(personId));
  });

  it("are only those of the lesson itself", async () => {
    const cookie = await sessionOf((await makeLearner()).personId);
    for (const path of [
      paths.lessonMedia(slug, open, gatedFiles.webm ?? ""),
      paths.lessonMedia("andere-cursus", gated, gatedFiles.webm ?? ""),
      ofLesson(`${"0".repeat(64)}.webm`),
      ofLesson("..%2fsecrets.json"),
    ])
      expect((await get(path, { cookie })).status).toBe(404);
  });

  it("of a lesson that anyone may read, come to anyone; others do not come that way", async () => {
    expect((await get(paths.previewMedia(slug, open, openFiles.wav ?? ""))).status).toBe(200);
    expect((await get(paths.previewMedia(slug, gated, gatedFiles.webm ?? ""))).status).toBe(404);
    expect((await get(paths.previewMedia(slug, open, gatedFiles.webm ?? ""))).status).toBe(404);
  });
});
