import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { letterSignature, provider } from "#app/features/catalogue/provider.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader } from "#app/routes/marketing/logo.ts";

const now = new Date("2026-12-01T10:00:00Z");
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const asked = (url = "http://localhost:3000/logo", headers: Record<string, string> = {}) =>
  loader({ request: new Request(url, { headers }), params: {}, context: {} } as unknown as LoaderFunctionArgs);

let folder = "";
const named = async (logo: string | null) => {
  const file = join(folder, "provider.yaml");
  const text = (await readFile(file, "utf8")).replace(/^logo: .*\n/m, "");
  await writeFile(file, logo === null ? text : `logo: ${logo}\n${text}`);
  return publishCourses({ folder, now });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kring-logo-"));
  for (const file of ["provider.yaml", "help-lines.yaml"]) await cp(join("courses", file), join(folder, file));
});

describe("the provider's logo", () => {
  it("is not there until provider.yaml names one", async () => {
    await named(null);
    expect((await provider()).logo).toBeNull();
    await expect(asked()).rejects.toMatchObject({ status: 404 });
  });

  it("is served as an image that may do nothing", async () => {
    await writeFile(join(folder, "logo.svg"), svg);
    expect((await named("logo.svg")).problems).toEqual([]);
    const { logo } = await provider();
    expect(logo?.path).toMatch(/^\/logo\?v=[0-9a-f]{16}$/);
    const answer = await asked(logo?.url);
    expect(answer.headers.get("Content-Type")).toBe("image/svg+xml");
    expect(answer.headers.get("Content-Security-Policy")).toMatch(/default-src 'none'.*sandbox$/);
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Cache-Control")).toContain("immutable");
    const older = await asked("http://localhost:3000/logo?v=0123456789abcdef");
    expect(older.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(await answer.text()).toBe(svg);
    expect((await asked(undefined, { "If-None-Match": answer.headers.get("ETag") ?? "" })).status).toBe(304);
  });

  it("stands above letters as a PNG, and not as an SVG, which few mail programs show", async () => {
    expect(letterSignature(await provider()).logo).toBeNull();
    await writeFile(join(folder, "logo.png"), png);
    await named("logo.png");
    expect(letterSignature(await provider()).logo).toMatch(/^http:\/\/.+\/logo\?v=/);
    expect(await db.storedFile.count({ where: { mediaType: { startsWith: "image/" } } })).toBe(1);
  });

  it("keeps its last good form when its file is gone, and says so", async () => {
    await rm(join(folder, "logo.png"));
    const { problems } = await named("logo.png");
    expect(problems).toMatchObject([{ courseSlug: "site", file: "provider.yaml", line: 1, message: "Het logo ‘logo.png’ bestaat niet." }]);
    expect((await provider()).logo?.mediaType).toBe("image/png");
  });

  it("keeps its last good form, and the site starts, whatever else is named", async () => {
    await mkdir(join(folder, "map.svg"));
    await writeFile(join(folder, "groot.svg"), `${svg}${" ".repeat(60_000)}`);
    await writeFile(join(folder, "..", "elders.svg"), svg);
    for (const [name, said] of [
      [".", "is geen SVG of PNG"],
      ["../elders.svg", "is geen SVG of PNG"],
      ["map.svg", "is geen bestand"],
      ["groot.svg", "60 kB is het meeste"],
    ] as const) {
      const { problems } = await named(name);
      // The folder passes for a course without files, which is another matter.
      const ofSite = problems.filter(({ courseSlug }) => courseSlug === "site");
      expect(ofSite).toMatchObject([{ file: "provider.yaml", line: 1, message: expect.stringContaining(said) }]);
    }
    expect((await provider()).logo?.mediaType).toBe("image/png");
  });

  it("goes when provider.yaml no longer names it", async () => {
    await named(null);
    expect((await provider()).logo).toBeNull();
    expect(await db.storedFile.count({ where: { mediaType: { startsWith: "image/" } } })).toBe(0);
  });
});
