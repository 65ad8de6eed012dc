import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as evaluations } from "#app/routes/office/evaluations.tsx";
import { call } from "#tests/routes/account/calls.ts";

const viewer = (role: "learner" | "office"): Viewer => ({
  id: "00000000-0000-7000-8000-000000000001",
  name: "Iemand",
  email: "iemand@example.nl",
  locale: "nl",
  role,
  emailVerified: true,
});
const answers = { useful: 5, clear: 4, level: 3, honest: 5, load: 2, recommend: 4, kept: "De casus.", better: "" };
const path = "/office/evaluations";

beforeAll(async () => {
  const form = { courseSlug: "cursus", month: "2026-11", answers };
  await db.evaluationAnswer.createMany({
    data: [
      ...Array.from({ length: 5 }, () => ({ ...form, edition: "2026.10", released: true })),
      { ...form, edition: "2026.10", answers: { ...answers, kept: "Ik wacht nog." } },
      { ...form, edition: "2026.9" },
    ],
  });
});

test("the office sees forms by fives, the newest edition first; of those that wait only how many", async () => {
  const { body } = await call(evaluations, { path, viewer: viewer("office") });
  expect(body.editions).toMatchObject([
    {
      edition: "2026.10",
      forms: 6,
      waiting: 1,
      shown: { texts: [{ texts: Array.from({ length: 5 }, () => "De casus.") }, { texts: [] }] },
    },
    { edition: "2026.9", forms: 1, waiting: 1, shown: null },
  ]);
});

test("a learner is told that there is no such page, a guest is asked to sign in", async () => {
  expect((await call(evaluations, { path, viewer: viewer("learner") })).status).toBe(404);
  expect((await call(evaluations, { path })).location).toMatch(/^\/login/);
});

test("what many people wrote is shown a part at a time: the first of each edition, and all of one edition by pages", async () => {
  const form = { courseSlug: "druk", edition: "2026.1", month: "2026-11", released: true };
  await db.evaluationAnswer.createMany({
    data: Array.from({ length: 120 }, (_, number) => ({ ...form, answers: { ...answers, kept: `Tekst ${number}.` } })),
  });
  const textsAt = async (at: string) => {
    const { body } = await call(evaluations, { path: at, viewer: viewer("office") });
    const editions = body.editions as { courseSlug: string; shown: { texts: { written: number; texts: string[] }[] } | null }[];
    const busy = editions.find(({ courseSlug }) => courseSlug === "druk")?.shown?.texts[0];
    return { editions: editions.length, page: [body.page, body.pages], ...busy };
  };
  const first = await textsAt(path);
  expect(first).toMatchObject({ editions: 3, written: 120, texts: { length: 10 } });
  const pages = await Promise.all([1, 2, 3, 99].map((page) => textsAt(`${path}?course=druk&edition=2026.1&page=${page}`)));
  expect(pages.map(({ editions, page, texts }) => [editions, page, texts?.length])).toEqual([
    [1, [1, 3], 50],
    [1, [2, 3], 50],
    [1, [3, 3], 20],
    [1, [3, 3], 20],
  ]);
  expect(new Set(pages.flatMap(({ texts }) => texts ?? [])).size).toBe(120);
  expect((await textsAt(`${path}?course=druk&edition=2031.1`)).editions).toBe(3);
});
