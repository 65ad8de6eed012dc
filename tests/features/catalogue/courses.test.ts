import { beforeAll, describe, expect, it } from "vitest";
import { courseCards } from "#app/features/catalogue/course-cards.server.ts";
import {
  coursePage,
  currentRevision,
  isForSale,
  lessonContent,
  previewLesson,
  publicPages,
  referencesOf,
  testDefinition,
} from "#app/features/catalogue/courses.server.ts";
import { withoutDiscussions } from "#app/features/catalogue/lesson-parts.ts";
import { sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { db } from "#app/platform/db.server.ts";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";

const SLUG = "gemis-is-geen-alleen-zijn";
const now = new Date("2026-12-01T10:00:00Z");
const day = (date: string) => new Date(`${date}T00:00:00Z`);

beforeAll(async () => {
  await publishOnly([oneCourse], now);
});

/** As if every source of the published text had been checked; gives back how it was. */
async function everythingChecked() {
  const page = await coursePage(SLUG, now);
  if (!page) throw new Error("the course should be shown");
  const where = { id: page.revisionId };
  const references = Object.fromEntries(
    Object.values(page.course.references).map((one) => [one.key, { ...one, checked: true, reviewBy: null }]),
  );
  await db.editionRevision.update({ where, data: { compiled: { ...page.course, references } as object } });
  return () => db.editionRevision.update({ where, data: { compiled: page.course as object } });
}

describe("what may be sold", () => {
  it("is a draft for play money, at the price decided here", async () => {
    expect(await sellableCourse(db, SLUG, now, "sandbox")).toMatchObject({
      ok: true,
      course: { slug: SLUG, title: "Gemis is geen alleen-zijn", accessMonths: 12, delivery: "service" },
      offer: { amountCents: 9500, currency: "EUR", vatTreatment: "standard_21", vatBasisPoints: 2100 },
    });
    expect(await sellableCourse(db, SLUG, now, "test")).toMatchObject({ ok: true });
  });

  it("is no draft for real money; only what a named professional reviewed, the office put on sale, and nobody need doubt", async () => {
    expect(await sellableCourse(db, SLUG, now, "live")).toEqual({ ok: false, reason: "not-for-sale" });
    await db.edition.updateMany({ data: { state: "on-sale" } });
    expect(await sellableCourse(db, SLUG, now, "live")).toEqual({ ok: false, reason: "not-for-sale" });
    await db.edition.updateMany({ data: { reviewerName: "M. de Vries", reviewerQualification: "verpleegkundig specialist" } });
    expect(await sellableCourse(db, SLUG, now, "live")).toEqual({ ok: false, reason: "not-for-sale" });
    const undo = await everythingChecked();
    expect(await sellableCourse(db, SLUG, now, "live")).toMatchObject({ ok: true });
    await undo();
    await db.edition.updateMany({ data: { state: "draft", reviewerName: null, reviewerQualification: null } });
  });

  it("is nothing that does not exist", async () => {
    expect(await sellableCourse(db, "bestaat-niet", now, "sandbox")).toEqual({ ok: false, reason: "unknown-course" });
    expect(await coursePage("bestaat-niet", now)).toBeNull();
  });

  it("follows the dates of the price: the one that began last, none before the first", async () => {
    expect(await sellableCourse(db, SLUG, new Date("2025-12-31T12:00:00Z"), "sandbox")).toEqual({ ok: false, reason: "not-for-sale" });
    const offer = { courseSlug: SLUG, currency: "EUR", vatTreatment: "exempt_education" };
    await db.offer.create({ data: { ...offer, amountCents: 7500, validFrom: day("2026-12-10"), validTo: day("2026-12-20") } });
    await db.offer.create({ data: { ...offer, amountCents: 5000, minimumQuantity: 10, validFrom: day("2026-11-01") } });
    const amountAt = async (date: string) => (await coursePage(SLUG, day(date)))?.offer?.amountCents;
    expect(await amountAt("2026-12-09")).toBe(9500);
    expect(await amountAt("2026-12-10")).toBe(7500);
    expect(await amountAt("2026-12-20")).toBe(9500);
    expect((await coursePage(SLUG, day("2026-12-11")))?.offer?.vatBasisPoints).toBe(0);
  });
});

describe("the page of a course", () => {
  it("says that nobody reviewed it", async () => {
    const page = await coursePage(SLUG, now);
    expect(page).toMatchObject({ editionState: "draft", reviewer: null, accreditations: [] });
    expect(page && isForSale(page, "live")).toBe(false);
    expect(page && isForSale(page, "sandbox")).toBe(true);
  });

  it("shows accreditations inside their window", async () => {
    await db.accreditation.create({
      data: {
        courseSlug: SLUG,
        register: "Registerplein",
        peCourseId: "123456",
        pointsHundredth: 225,
        status: "granted",
        validFrom: day("2026-06-01"),
        validTo: day("2027-06-01"),
        editionsCovered: ["2026.1"],
      },
    });
    const standingAt = async (date: string) => (await coursePage(SLUG, day(date)))?.accreditations[0]?.standing;
    expect(await standingAt("2026-05-31")).toBe("later");
    expect(await standingAt("2026-12-01")).toBe("in-force");
    expect(await standingAt("2027-06-02")).toBe("lapsed");
  });

  it("appears as a card under its own name, with the rest in the reader's language", async () => {
    expect(await courseCards(now, "en")).toMatchObject([
      { slug: SLUG, language: "en", title: "Gemis is geen alleen-zijn", titleMeans: "Longing is not the same as being alone", lessons: 5 },
    ]);
    expect(await courseCards(now, "nl")).toMatchObject([
      { language: "nl", title: "Gemis is geen alleen-zijn", titleMeans: null, offer: { amountCents: 9500 } },
    ]);
  });

  it("is gone when its only edition is retired", async () => {
    await db.edition.updateMany({ data: { state: "retired" } });
    expect(await coursePage(SLUG, now)).toBeNull();
    expect(await courseCards(now, "nl")).toEqual([]);
    expect(await publicPages()).toEqual([]);
    await db.edition.updateMany({ data: { state: "draft" } });
  });
});

describe("lessons and tests of a revision", () => {
  it("lets anyone read the preview lesson, and no other", async () => {
    expect(await previewLesson(SLUG, "alleen-of-eenzaam")).toMatchObject({ lesson: { id: "alleen-of-eenzaam" } });
    expect(await previewLesson(SLUG, "welk-gemis")).toBeNull();
    expect(await previewLesson("bestaat-niet", "alleen-of-eenzaam")).toBeNull();
    expect(await publicPages()).toMatchObject([{ slug: SLUG, previews: ["alleen-of-eenzaam"] }]);
  });

  it("keeps a discussion back unless it is asked for", async () => {
    const { id } = await db.edition.findFirstOrThrow({ select: { id: true } });
    const { revisionId, compiled } = await currentRevision(db, id);
    const lesson = await lessonContent(revisionId, "een-bewering-wegen");
    if (!lesson) throw new Error("the lesson should be there");
    const secret = "Er is niet één goed antwoord";
    expect(JSON.stringify(lesson)).toContain(secret);
    expect(JSON.stringify(withoutDiscussions(lesson))).not.toContain(secret);
    expect(JSON.stringify(withoutDiscussions(lesson, new Set(["casus-v-en-sem"])))).toContain(secret);
    expect(referencesOf(compiled, ["niemand", ...lesson.cited])).toHaveLength(lesson.cited.length);
    expect(await lessonContent(revisionId, "bestaat-niet")).toBeNull();
  });

  it("gives the definition of a test", async () => {
    const { id } = await db.edition.findFirstOrThrow({ select: { id: true } });
    const { revisionId } = await currentRevision(db, id);
    expect(await testDefinition(revisionId, "toets-gemis")).toMatchObject({ kind: "final", percent: 75, attempts: 3, drawPerOutcome: 4 });
    expect(await testDefinition(revisionId, "check-gemis")).toMatchObject({ kind: "check", attempts: null, drawPerOutcome: null });
    expect(await testDefinition(revisionId, "anders")).toBeNull();
  });
});
