import { beforeAll, expect, test } from "vitest";
import type { ListedSource } from "#app/features/catalogue/source-filter.ts";
import { loader as changes } from "#app/routes/catalogue/changes.tsx";
import { loader as sources } from "#app/routes/catalogue/sources.tsx";
import { loader as sitemap } from "#app/routes/marketing/sitemap.ts";
import { courseFolder, slug } from "#tests/features/catalogue/edition-folder.ts";
import { call, now } from "#tests/routes/account/calls.ts";

beforeAll(async () => {
  const folder = await courseFolder();
  await folder.number("2026.1", 1);
  await folder.publish(now);
});

const listed = async (query: string) => {
  const { body } = await call(sources, { path: `/sources${query}` });
  return body as unknown as { sources: ListedSource[]; all: number; wish: unknown };
};

test("every source is listed by name; those nobody checked say so", async () => {
  const { sources: all, all: count } = await listed("");
  expect(all).toHaveLength(count);
  const names = all.map(({ short }) => short);
  expect(names).toEqual(names.toSorted((left, right) => left.localeCompare(right, "nl")));
  expect(all.find(({ key }) => key === "perlman-peplau-1981")).toMatchObject({ checked: false, level: "theory", courses: [slug] });
  expect(all.find(({ key }) => key === "cbs-2016-38")?.note).toBe("Gezien als CBS 2016/38.");
});

test("the address asks for a level and a course; what nothing has is not asked", async () => {
  const { sources: theory } = await listed(`?level=theory&course=${slug}`);
  expect(theory.length).toBeGreaterThan(0);
  expect(theory.every(({ level }) => level === "theory")).toBe(true);
  const { sources: everything, all, wish } = await listed("?level=alles&course=bestaat-niet");
  expect([everything.length, wish]).toEqual([all, { level: null, course: null }]);
});

test("what was changed has a page where the course has one", async () => {
  const { body } = await call(changes, { path: "/x", params: { slug } });
  expect(body).toMatchObject({
    course: { slug },
    editions: [{ number: "2026.1", shown: true, revisions: [{ revision: 1, lessons: null }] }],
  });
  expect((await call(changes, { path: "/x", params: { slug: "bestaat-niet" } })).status).toBe(404);
  expect((await call(changes, { path: "/x", params: {} })).status).toBe(404);
});

test("search engines hear of both", async () => {
  const answer = await sitemap({} as never);
  const xml = await answer.text();
  expect(xml).toContain("/sources</loc>");
  expect(xml).toContain(`/masterclasses/${slug}/changes</loc>`);
});
