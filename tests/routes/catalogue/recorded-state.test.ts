import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { EditionChanges } from "#app/features/catalogue/change-list.tsx";
import type { CourseChanges, EditionChange } from "#app/features/catalogue/changes.server.ts";
import { reviewEdition } from "#app/features/catalogue/editions.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as changes } from "#app/routes/catalogue/changes.tsx";
import { loader as course } from "#app/routes/catalogue/course.tsx";
import type { Prisma } from "#generated/prisma/client.ts";
import { courseFolder, slug } from "#tests/features/catalogue/edition-folder.ts";
import { call } from "#tests/routes/account/calls.ts";

const first = new Date("2026-11-22T09:00:00Z");
const second = new Date("2026-11-23T09:00:00Z");
const now = new Date("2026-12-01T10:00:00Z");

interface Shown {
  recognition: { standing: string; registers: string[]; aim: string | null };
  review: string;
  unwatched: string | null;
  price: string;
  outcomes: { title: string | null; outcomes: { id: string }[] }[];
}
const shown = async (of = slug) => (await call(course, { path: "/x", params: { slug: of }, at: now })).body as unknown as Shown;
const editionOf = async () => {
  const { body } = await call(changes, { path: "/x", params: { slug }, at: now });
  return (body as unknown as CourseChanges).editions[0] as EditionChange;
};

const folder = await courseFolder();
beforeAll(async () => {
  await folder.number("2026.1", 3);
  await folder.publish(first);
  await folder.edit("01-gemis/01-alleen-of-eenzaam.md", (text) => `${text.trimEnd()}\n\nNog een laatste zin.\n`);
  await folder.number("2026.1", 4, "Een zin erbij.");
  await folder.publish(second);
});

describe("what the course page says of points", () => {
  const recorded = async (data: Omit<Prisma.AccreditationUncheckedCreateInput, "courseSlug" | "pointsHundredth">) => {
    await db.accreditation.deleteMany({});
    await db.accreditation.create({ data: { courseSlug: slug, pointsHundredth: 400, peCourseId: "552", ...data } });
    return shown();
  };
  const window = { validFrom: new Date("2026-11-30T23:00:00Z"), validTo: new Date("2027-11-30T22:59:59Z") };

  it("is that nothing was asked, as long as the office recorded nothing", async () => {
    expect((await shown()).recognition).toMatchObject({
      standing: "Er is nog nergens accreditatie aangevraagd. Deze module geeft dus geen punten.",
      registers: [],
    });
  });

  it("follows what the office records: asked, given with its window, ended", async () => {
    const asked = await recorded({ register: "SKJ", status: "requested" });
    expect(asked.recognition.standing).toContain("aangevraagd en nog niet toegekend");
    const given = await recorded({ register: "SKJ", status: "granted", ...window });
    expect(given.recognition.registers).toEqual(["SKJ: 4 punten, id-nummer 552, geldig tot en met 30 november 2027"]);
    expect(given.recognition.standing).toContain("staan deze punten op je certificaat");
    expect(JSON.stringify(given)).not.toMatch(/aangevraagd|geen punten/);
    const ended = await recorded({ register: "SKJ", status: "lapsed", ...window });
    expect(ended.recognition).toMatchObject({
      standing: "Op dit moment geeft deze module geen punten.",
      registers: ["SKJ: verlopen"],
    });
  });
});

it("a list of changes that begins later says that what came before was not published here", async () => {
  const edition = await editionOf();
  const html = (of: EditionChange) => renderToStaticMarkup(createElement(EditionChanges, { edition: of }));
  expect(html(edition)).toContain("Deze lijst begint bij revisie 3. Eerdere revisies van deze editie zijn hier niet gepubliceerd.");
  expect(html({ ...edition, revisions: edition.revisions.map((one) => ({ ...one, revision: one.revision - 2 })) })).not.toContain(
    "begint bij",
  );
});

describe("what public pages say of a review", () => {
  it("is that nobody did one, and otherwise who, when, which revision and what came after", async () => {
    expect((await shown()).review).toContain("Nog geen vakgenoot heeft deze editie onder eigen naam beoordeeld.");
    const order = { slug, number: "2026.1", actorId: "00000000-0000-7000-8000-0000000000b0", mode: "sandbox" as const };
    const review = { name: "M. de Vries", qualification: "verpleegkundig specialist", on: new Date("2026-11-21T23:00:00Z") };
    expect(await reviewEdition(order, review, now)).toEqual({ ok: true });
    const page = await shown();
    expect(page.review).toBe(
      "Beoordeeld door M. de Vries, verpleegkundig specialist, op 22 november 2026. Op die dag stond hier revisie 3. Daarna kwam revisie 4.",
    );
    expect(JSON.stringify(page)).not.toMatch(/[Nn]iemand|Geen met naam genoemde deskundige/);
    expect(await editionOf()).toMatchObject({ reviewer: { name: "M. de Vries", read: { revision: 3, later: [4] } } });
  });

  it("stands in no file of a course, where it would stay when the office records something else", async () => {
    for (const name of await readdir("courses")) {
      const text = await readFile(join("courses", name, "course.yaml"), "utf8").catch(() => "");
      expect(text, name).not.toMatch(/accreditatie aangevraagd|geaccrediteerd|heeft deze editie beoordeeld|Wie heeft de inhoud beoordeeld/);
    }
  });
});

it("nobody watches the tests being made, and the page says so where there are tests", async () => {
  expect((await shown()).unwatched).toContain("zonder toezicht");
});

describe("a masterclass of modules that are sold one by one", () => {
  /** The published text twice as a masterclass: `other` has a price of its own or none. */
  const masterclass = async (name: string, other: string, price: number | null) => {
    const { compiled, compilerVersion } = await db.editionRevision.findFirstOrThrow({
      where: { edition: { courseSlug: slug } },
      orderBy: { revision: "desc" },
      select: { compiled: true, compilerVersion: true },
    });
    const text = compiled as { modules: { id: string }[]; outcomes: { id: string; text: string }[] };
    const [module] = text.modules;
    const all = {
      ...text,
      slug: name,
      kind: "masterclass",
      outcomes: ["gemis-a", "ander-a"].map((id) => ({ id, text: id })),
      modules: [slug, other].map((from, at) => ({
        ...module,
        id: ["gemis", "ander"][at],
        title: from,
        check: null,
        from: { slug: from, title: from },
      })),
    };
    const lesson = (moduleId: string, position: number) => ({
      lessonId: `les-${moduleId}`,
      moduleId,
      position,
      title: "Les",
      minutes: 1,
      content: { outcomes: [`${moduleId}-a`] },
    });
    const edition = (revisions: object) => ({ number: "2026.1", requirements: [], requirementsHash: "", revisions });
    const facts = { revision: 1, author: "Redactie", reason: "Eerste tekst.", compilerVersion, source: {} };
    const offer = (amountCents: number) => ({ amountCents, vatTreatment: "standard_21", validFrom: first });
    await db.course.create({
      data: {
        slug: other,
        kind: "module",
        editions: {
          create: edition({ create: { ...facts, contentHash: other, compiled: { ...text, slug: other } as Prisma.InputJsonObject } }),
        },
        offers: price === null ? {} : { create: offer(price) },
      },
    });
    const lessons = { create: [lesson("gemis", 1), lesson("ander", 2)] };
    await db.course.create({
      data: {
        slug: name,
        kind: "masterclass",
        editions: { create: edition({ create: { ...facts, contentHash: name, compiled: all as Prisma.InputJsonObject, lessons } }) },
        offers: { create: offer(15_000) },
      },
    });
    return shown(name);
  };

  it("shows the outcomes under their modules and says what those cost apart", async () => {
    const page = await masterclass("samen", "ander", 6500);
    expect(page.outcomes).toEqual([
      { title: slug, outcomes: [{ id: "gemis-a", text: "gemis-a" }] },
      { title: "ander", outcomes: [{ id: "ander-a", text: "ander-a" }] },
    ]);
    expect(page.price).toMatch(/De twee modules kosten los samen €\s?160,00\.$/);
    expect(page.recognition.standing).toContain("Deze masterclass geeft dus geen punten");
  });

  it("says nothing of what they cost apart while one of them has no price", async () => {
    expect((await masterclass("half", "zonder-prijs", null)).price).not.toContain("los samen");
  });
});
