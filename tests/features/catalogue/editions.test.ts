import { beforeAll, describe, expect, it } from "vitest";
import { courseChanges } from "#app/features/catalogue/changes.server.ts";
import { coursePage, isForSale } from "#app/features/catalogue/courses.server.ts";
import { putOnSale, retireEdition, reviewEdition, takeOffSale } from "#app/features/catalogue/editions.server.ts";
import { officeCourse, officeCourses } from "#app/features/catalogue/editions-for-office.server.ts";
import { sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { allSources } from "#app/features/catalogue/sources.server.ts";
import { db } from "#app/platform/db.server.ts";
import { countQueries } from "#tests/features/learning/count-queries.ts";
import { courseFolder, slug } from "./edition-folder.ts";

const now = new Date("2026-12-01T10:00:00Z");
const later = new Date("2026-12-03T10:00:00Z");
const actorId = "00000000-0000-7000-8000-0000000000b0";
const order = (number: string, mode: "live" | "test" = "test") => ({ slug, number, actorId, mode });
const review = { name: "M. de Vries", qualification: "verpleegkundig specialist", on: new Date("2026-11-30T23:00:00Z") };
const stateOf = async (number: string) =>
  db.edition.findUniqueOrThrow({
    where: { courseSlug_number: { courseSlug: slug, number } },
    select: { state: true, reviewerName: true, onSaleAt: true, retiredAt: true },
  });
const acts = async () =>
  (await db.auditEvent.findMany({ where: { subjectKind: "edition" }, orderBy: { id: "asc" }, select: { action: true, data: true } })).map(
    ({ action, data }) => `${action} ${(data as { edition: string }).edition}`,
  );

const folder = await courseFolder();
beforeAll(async () => {
  await folder.number("2026.1", 1);
  await folder.publish(now);
  await folder.edit("01-gemis/01-alleen-of-eenzaam.md", (text) => `${text.trimEnd()}\n\nNog een laatste zin.\n`);
  await folder.number("2026.1", 2, "Een zin erbij.");
  await folder.publish(later);
  await folder.edit("01-gemis/check.yaml", (text) => text.replace("percent: 70", "percent: 80"));
  await folder.edit("course.yaml", (text) => text.replace("percent: 70", "percent: 80"));
  await folder.number("2026.2", 1, "De kennischeck vraagt meer.");
  await folder.publish(later);
});

describe("an edition in the office", () => {
  it("is sold by nobody before somebody reviewed it", async () => {
    expect(await putOnSale(order("2026.1"), now)).toEqual({ ok: false, reason: "not-reviewed" });
    expect(await takeOffSale(order("2026.1"), now)).toEqual({ ok: false, reason: "not-on-sale" });
    expect(await putOnSale(order("2030.1"), now)).toEqual({ ok: false, reason: "unknown-edition" });
    expect(await acts()).toEqual([]);
  });

  it("is not reviewed on a day that has yet to come", async () => {
    const tomorrow = { ...review, on: new Date("2026-12-01T23:00:00Z") };
    expect(await reviewEdition(order("2026.1"), tomorrow, now)).toEqual({ ok: false, reason: "review-in-future" });
  });

  it("is reviewed by somebody with a name, and the office hears what was published after that", async () => {
    expect(await reviewEdition(order("2026.1"), review, now)).toEqual({ ok: true });
    expect(await stateOf("2026.1")).toMatchObject({ state: "reviewed", reviewerName: "M. de Vries", onSaleAt: null });
    const course = await officeCourse(slug, later);
    expect(course).toMatchObject({
      priced: true,
      editions: [
        { number: "2026.2", sinceReview: [] },
        { number: "2026.1", sinceReview: [2] },
      ],
    });
  });

  it("goes on sale alone: the one that was sold before goes back to reviewed", async () => {
    expect(await putOnSale(order("2026.1"), now)).toEqual({ ok: true });
    expect(await stateOf("2026.1")).toMatchObject({ state: "on-sale", onSaleAt: now });
    await reviewEdition(order("2026.2"), review, later);
    expect(await putOnSale(order("2026.2"), later)).toEqual({ ok: true });
    expect(await stateOf("2026.2")).toMatchObject({ state: "on-sale", onSaleAt: later });
    expect(await stateOf("2026.1")).toMatchObject({ state: "reviewed", onSaleAt: now });
    expect(await acts()).toEqual([
      "catalogue.edition-reviewed 2026.1",
      "catalogue.edition-put-on-sale 2026.1",
      "catalogue.edition-reviewed 2026.2",
      "catalogue.edition-taken-off-sale 2026.1",
      "catalogue.edition-put-on-sale 2026.2",
    ]);
  });

  it("goes on sale alone, though two are asked at the same moment", async () => {
    await Promise.all([putOnSale(order("2026.1"), later), putOnSale(order("2026.1"), later), putOnSale(order("2026.2"), later)]);
    expect(await db.edition.count({ where: { courseSlug: slug, state: "on-sale" } })).toBe(1);
    await expect(db.edition.updateMany({ where: { courseSlug: slug }, data: { state: "on-sale" } })).rejects.toThrow();
    await putOnSale(order("2026.2"), later);
  });

  it("is sold for real money only while nothing it rests on is provisional", async () => {
    const course = await officeCourse(slug, later);
    const unchecked = course?.editions[0]?.provisional.filter(({ why }) => why === "unchecked") ?? [];
    expect(unchecked).toContainEqual({
      kind: "source",
      key: "perlman-peplau-1981",
      name: expect.stringContaining("Perlman"),
      why: "unchecked",
      reviewBy: null,
    });
    const page = await coursePage(slug, later);
    expect(page && [isForSale(page, "live"), isForSale(page, "test")]).toEqual([false, true]);
    expect(await sellableCourse(db, slug, later, "live")).toEqual({ ok: false, reason: "not-for-sale" });
    await takeOffSale(order("2026.2"), later);
    expect(await putOnSale(order("2026.2", "live"), later)).toEqual({ ok: false, reason: "provisional" });
    await putOnSale(order("2026.2"), later);

    await settle();
    expect(await sellableCourse(db, slug, later, "live")).toMatchObject({ ok: true });
    expect(await sellableCourse(db, slug, new Date("2040-01-01T00:00:00Z"), "live")).toEqual({ ok: false, reason: "not-for-sale" });
  });

  it("is retired for good, with a reason that is kept", async () => {
    expect(await retireEdition(order("2026.1"), "Vervangen door 2026.2.", later)).toEqual({ ok: true });
    expect(await stateOf("2026.1")).toMatchObject({ state: "retired", retiredAt: later });
    expect(await putOnSale(order("2026.1"), later)).toEqual({ ok: false, reason: "retired" });
    const event = await db.auditEvent.findFirst({
      where: { action: "catalogue.edition-retired" },
      select: { actorKind: true, data: true },
    });
    expect(event).toMatchObject({ actorKind: "office", data: { edition: "2026.1", reason: "Vervangen door 2026.2." } });
  });
});

/** Every source was checked since, and every date lies ahead. */
async function settle() {
  const page = await coursePage(slug, later);
  if (!page) throw new Error("the course should be shown");
  const references = Object.fromEntries(
    Object.values(page.course.references).map((one) => [
      one.key,
      { ...one, checked: true, checkedOn: "2026-12-03", reviewBy: "2028-12-03" },
    ]),
  );
  await db.editionRevision.update({ where: { id: page.revisionId }, data: { compiled: { ...page.course, references } as object } });
}

describe("what was changed", () => {
  it("is said per edition and revision: who, why, which lessons, which conditions", async () => {
    const changes = await courseChanges(slug);
    expect(changes?.editions).toMatchObject([
      {
        number: "2026.2",
        shown: true,
        requirements: [{ was: { type: "check-passed", percent: 70 }, is: { type: "check-passed", percent: 80 } }],
        revisions: [{ revision: 1, reason: "De kennischeck vraagt meer.", lessons: { changed: [], added: [], removed: [] } }],
      },
      {
        number: "2026.1",
        shown: false,
        retiredAt: later,
        requirements: null,
        revisions: [
          { revision: 2, reason: "Een zin erbij.", publishedAt: later, lessons: { changed: [expect.any(String)], added: [], removed: [] } },
          { revision: 1, lessons: null, tests: null },
        ],
      },
    ]);
    expect(changes?.editions[0]?.revisions[0]?.tests?.changed).toHaveLength(1);
  });

  it("is told by what was compiled only where a lesson's own mark is missing", async () => {
    const bySource = await countQueries(() => courseChanges(slug));
    expect(bySource.count).toBe(2);
    const where = { revision: { revision: 1, edition: { number: "2026.1" } } };
    const kept = await db.revisionLesson.findMany({ where, select: { id: true, sourceHash: true } });
    await db.revisionLesson.updateMany({ where, data: { sourceHash: "" } });
    const byForm = await countQueries(() => courseChanges(slug));
    for (const { id, sourceHash } of kept) await db.revisionLesson.update({ where: { id }, data: { sourceHash }, select: { id: true } });
    expect(byForm.count).toBe(3);
    expect(byForm.result).toEqual(bySource.result);
  });

  it("leaves out an edition that is still being made, and a course that is not shown", async () => {
    await db.edition.updateMany({ where: { number: "2026.2" }, data: { state: "retired" } });
    expect(await courseChanges(slug)).toBeNull();
    await db.edition.updateMany({ where: { number: "2026.1" }, data: { state: "on-sale" } });
    await db.edition.updateMany({ where: { number: "2026.2" }, data: { state: "draft" } });
    expect((await courseChanges(slug))?.editions.map(({ number }) => number)).toEqual(["2026.1"]);
    expect(await courseChanges("bestaat-niet")).toBeNull();
  });
});

describe("all sources", () => {
  it("stand there once, though two courses rest on them, with the claims of both", async () => {
    const page = await coursePage(slug, later);
    if (!page) throw new Error("the course should be shown");
    const asked = (await countQueries(() => officeCourses(later))).count;
    await db.course.create({ data: { slug: "tweede", kind: "module" }, select: { slug: true } });
    const claim = { id: "Z01", text: "Een bewering.", verdict: "S", level: "theory", observational: false, correction: null, lessons: [] };
    const compiled = {
      ...page.course,
      slug: "tweede",
      title: "Tweede",
      claims: { Z01: { ...claim, sources: ["perlman-peplau-1981"], checkedOn: null, reviewBy: null } },
    };
    const revision = { revision: 1, contentHash: "x", author: "Redactie", reason: "Eerste.", source: {}, compiled: compiled as object };
    await db.edition.create({
      data: {
        courseSlug: "tweede",
        number: "2026.1",
        requirements: [],
        requirementsHash: "none",
        revisions: { create: [{ ...revision, compilerVersion: 1 }] },
      },
      select: { id: true },
    });
    expect(await officeCourses(later)).toMatchObject([
      { slug, priced: true },
      { slug: "tweede", title: "Tweede", priced: false, editions: [{ number: "2026.1", state: "draft" }] },
    ]);
    expect((await countQueries(() => officeCourses(later))).count).toBe(asked);
    const { courses, sources } = await allSources(later);
    expect(courses.map((course) => course.slug).sort()).toEqual([slug, "tweede"]);
    expect(new Set(sources.map(({ key }) => key)).size).toBe(sources.length);
    const source = sources.find(({ key }) => key === "perlman-peplau-1981");
    expect(source?.courses.toSorted()).toEqual([slug, "tweede"]);
    expect(source?.claims).toContainEqual({ id: "Z01", text: "Een bewering.", verdict: "S", correction: null, courses: ["tweede"] });
  });
});
