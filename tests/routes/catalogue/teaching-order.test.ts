import { beforeAll, expect, it } from "vitest";
import type { CourseCard } from "#app/features/catalogue/course-cards.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as courses } from "#app/routes/catalogue/courses.tsx";
import { loader as home } from "#app/routes/marketing/home.tsx";
import type { Prisma } from "#generated/prisma/client.ts";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";
import { call, now } from "../account/calls.ts";

/** Another course with the text of the one that was published, under its own slug. */
async function alsoPublished(slug: string, title: string, kind: "module" | "masterclass", includes: string[] = []): Promise<void> {
  const revision = await db.editionRevision.findFirstOrThrow({
    where: { edition: { courseSlug: oneCourse } },
    select: { source: true, compiled: true, compilerVersion: true },
  });
  const { modules, ...course } = revision.compiled as { modules: object[] };
  const compiled = {
    ...course,
    slug,
    title,
    kind,
    modules: includes.map((from) => ({ ...modules[0], from: { slug: from, title: from } })),
  };
  const facts = { revision: 1, contentHash: slug, author: "Redactie", reason: "Eerste tekst.", compilerVersion: revision.compilerVersion };
  const json = (value: unknown) => value as Prisma.InputJsonObject;
  await db.course.create({
    data: {
      slug,
      kind,
      editions: {
        create: {
          number: "2026.1",
          requirements: [],
          requirementsHash: "",
          revisions: { create: { ...facts, source: json(revision.source), compiled: json(compiled) } },
        },
      },
    },
    select: { slug: true },
  });
}

beforeAll(async () => {
  await publishOnly([oneCourse], now);
  await alsoPublished("aanraking", "Aanraking", "module");
  await alsoPublished("meten", "Meten", "module");
  await alsoPublished("zorgen", "Zorgen voor contact", "masterclass", ["meten", oneCourse]);
});

const slugsOf = ({ body }: Awaited<ReturnType<typeof call>>) => (body.cards as CourseCard[]).map(({ slug }) => slug);

it("on the opening page and in the list, the masterclass leads, its modules follow as it teaches them, and then the rest", async () => {
  const order = ["zorgen", "meten", oneCourse, "aanraking"];
  expect(slugsOf(await call(home, { path: "/" }))).toEqual(order.slice(0, 3));
  expect(slugsOf(await call(courses, { path: "/masterclasses" }))).toEqual(order);
});

it("what a visitor asks for keeps that order", async () => {
  expect(slugsOf(await call(courses, { path: "/masterclasses?kind=module" }))).toEqual(["meten", oneCourse, "aanraking"]);
});
