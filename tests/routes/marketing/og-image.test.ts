import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { drawOgImages } from "#app/features/catalogue/og-image.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as course } from "#app/routes/catalogue/course.tsx";
import { loader as home } from "#app/routes/marketing/home.tsx";
import { loader as ogImage } from "#app/routes/marketing/og-image.ts";
import { copyCourses } from "#tests/support/courses.ts";

const SLUG = "gemis-is-geen-alleen-zijn";
const now = new Date("2026-12-01T10:00:00Z");
const context = {
  nonce: "n",
  locale: "nl" as const,
  viewer: null,
  sessionPublicId: null,
  renewedCookie: null,
  local: true,
  clientAddress: "127.0.0.1",
  now,
};
const asked = (
  params: Record<string, string>,
  url = "http://localhost:3000/",
  headers: Record<string, string> = {},
): LoaderFunctionArgs => ({
  params,
  request: new Request(url, { headers }),
  context,
});
const image = (file: string, address?: string, headers?: Record<string, string>) => ogImage(asked({ file }, address, headers));
const metaOf = (meta: MetaDescriptor[], name: string) =>
  meta.flatMap((entry) => (("property" in entry && entry.property === name) || ("name" in entry && entry.name === name) ? [entry] : []))[0];
const named = async () => (metaOf((await course(asked({ slug: SLUG }))).meta, "og:image") as { content: string }).content;

/** Opens it as a browser would, and counts the colours in it: an empty sheet has one. */
async function opened(bytes: Uint8Array) {
  const picture = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  const { data } = canvas.getContext("2d").getImageData(0, 0, picture.width, picture.height);
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4) colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
  return { width: picture.width, height: picture.height, colours: colours.size };
}

let folder = "";
const files = () => db.storedFile.count({ where: { mediaType: "image/png" } });

beforeAll(async () => {
  folder = await copyCourses([SLUG]);
  await publishCourses({ folder, now });
});

describe("the picture that goes with a link", () => {
  it("is made for every course and for the site, once", async () => {
    expect(await drawOgImages(now)).toBe(2);
    expect(await drawOgImages(now)).toBe(0);
    expect(await files()).toBe(2);
  });

  it("is a PNG of 1200 by 630 with something on it", async () => {
    for (const file of ["site.png", `course-${SLUG}.png`]) {
      const answer = await image(file);
      expect(answer.headers.get("Content-Type")).toBe("image/png");
      const { width, height, colours } = await opened(new Uint8Array(await answer.arrayBuffer()));
      expect([width, height]).toEqual([1200, 630]);
      expect(colours).toBeGreaterThan(50);
    }
  });

  it("is kept by browsers: for ever under its own version, a minute under any other, and not sent again to who has it", async () => {
    const file = `course-${SLUG}.png`;
    const first = await image(file);
    const etag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=60");
    const other = await image(file, `http://localhost:3000/og/${file}?v=0123456789abcdef`);
    expect(other.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect((await image(file, await named())).headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const again = await image(file, undefined, { "If-None-Match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it("is named in the head of the course's page and of the opening page, with its size and what it shows", async () => {
    const { meta } = await course(asked({ slug: SLUG }));
    expect(await named()).toMatch(/^http:\/\/[^/]+\/og\/course-gemis-is-geen-alleen-zijn\.png\?v=[0-9a-f]{16}$/);
    expect(metaOf(meta, "og:image:width")).toMatchObject({ content: "1200" });
    expect(metaOf(meta, "og:image:alt")).toMatchObject({ content: expect.stringContaining("Gemis is geen alleen-zijn") });
    expect(metaOf(meta, "twitter:card")).toMatchObject({ content: "summary_large_image" });
    expect(metaOf((await home(asked({}))).meta, "og:image")).toMatchObject({ content: expect.stringContaining("/og/site.png?v=") });
  });

  it("is another one when the title changes, and the old one is not kept", async () => {
    const before = { address: await named(), bytes: Buffer.from(await (await image(`course-${SLUG}.png`)).arrayBuffer()) };
    const file = join(folder, SLUG, "course.yaml");
    const text = await readFile(file, "utf8");
    const renamed = text
      .replace(/^title: .*$/m, "title: Gehechtheidsgeïnformeerd kijken")
      .replace(/^revisionReason: .*\n/m, "")
      .replace(/^revision: \d+$/m, "revision: 99\nrevisionReason: Andere titel.");
    await writeFile(file, renamed);
    expect(await publishCourses({ folder, now })).toEqual({ published: [SLUG], problems: [] });
    const kept = await files();
    expect(await named()).not.toBe(before.address);
    // Asked for before any job came round.
    const after = Buffer.from(await (await image(`course-${SLUG}.png`)).arrayBuffer());
    expect(after.equals(before.bytes)).toBe(false);
    expect(await files()).toBe(kept);
    expect(await drawOgImages(now)).toBe(0);
  });

  it("is not there for a course that is not", async () => {
    for (const file of ["course-nergens.png", "course-.png", "site.jpg", "..%2Fsite.png"])
      await expect(image(file)).rejects.toMatchObject({ status: 404 });
  });
});
