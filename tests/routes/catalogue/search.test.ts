import type { LoaderFunctionArgs, MetaDescriptor } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { indexMissing } from "#app/features/catalogue/search-index.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader, meta } from "#app/routes/catalogue/search.tsx";
import { lessonIds, makeLearner, minutes, now, publish, slug } from "#tests/features/learning/learner.ts";

const asked = (query: string, personId: string | null = null, at = now) =>
  loader({
    params: {},
    request: new Request(`http://localhost:3000/search${query}`),
    context: { viewer: personId ? { id: personId } : null, locale: "nl", now: at },
  } as unknown as LoaderFunctionArgs);
const lessonsOf = (data: Awaited<ReturnType<typeof loader>>) => [...new Set(data.answer?.results.map(({ lessonId }) => lessonId))];

beforeAll(async () => {
  await publish();
  await indexMissing(db);
});

test("a stranger finds terms, sources and the preview lesson, and is told where to look without a word", async () => {
  const data = await asked("?q=eenzaamheid");
  expect(new Set(data.answer?.results.map(({ kind }) => kind))).toEqual(new Set(["step", "term", "source"]));
  expect(data.answer?.results.every(({ own }) => !own)).toBe(true);
  expect(data).toMatchObject({ asked: "eenzaamheid", follows: false, glossaries: [] });
  const empty = await asked("?q=%20%00");
  expect(empty).toMatchObject({ asked: "", answer: null });
  expect(empty.glossaries.map((course) => course.slug)).toContain(slug);
});

test("the lessons are for who has a place, from the beginning to the end of it", async () => {
  const [, second = ""] = await lessonIds();
  const { personId } = await makeLearner({ endsAt: minutes(60) });
  const waiting = await makeLearner({ begun: false });
  const later = await makeLearner({ begun: false, startsAt: minutes(30) });
  const { title } = await db.revisionLesson.findFirstOrThrow({ where: { lessonId: second }, select: { title: true } });
  const query = `?${new URLSearchParams({ q: title })}`;
  expect(lessonsOf(await asked(query, personId))).toContain(second);
  expect(await asked(query, personId)).toMatchObject({ follows: true });
  for (const who of [null, waiting.personId, later.personId]) expect(lessonsOf(await asked(query, who))).not.toContain(second);
  expect(lessonsOf(await asked(query, personId, minutes(61)))).not.toContain(second);
});

test("the answer to a case is in nothing that can be found, and tests are not there at all", async () => {
  const entries = await db.searchEntry.findMany({ select: { kind: true, body: true } });
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(["step", "term", "source"]));
  const text = entries.map(({ body }) => body).join(" ");
  const lessons = await db.revisionLesson.findMany({ select: { content: true } });
  const beginnings = [...JSON.stringify(lessons).matchAll(/"discussion":"<p>([^<]{40})/g)].map(([, beginning = ""]) => beginning);
  expect(beginnings.length).toBeGreaterThan(0);
  expect(beginnings.filter((beginning) => text.includes(beginning))).toEqual([]);
});

test("is no page for another search, and says in its title what was asked", async () => {
  const data = await asked("?q=soep&page=x");
  const tags = meta({ data, matches: [] } as unknown as Parameters<typeof meta>[0]) as MetaDescriptor[];
  expect(tags).toContainEqual({ name: "robots", content: "noindex" });
  expect(tags).toContainEqual({ title: "Zoeken: soep" });
});
