import { beforeAll, describe, expect, it } from "vitest";
import { coursePage } from "#app/features/catalogue/courses.server.ts";
import { sellableCourse } from "#app/features/catalogue/offers.server.ts";
import { type AccreditationFacts, courseAccreditations, saveAccreditation } from "#app/features/catalogue/office-accreditations.server.ts";
import {
  addHelpLine,
  helpLineChecked,
  helpLinesTakenOver,
  removeHelpLine,
  saveHelpLine,
} from "#app/features/catalogue/office-help-lines.server.ts";
import { addPrice, allPrices, endPrice } from "#app/features/catalogue/office-prices.server.ts";
import { saveProvider } from "#app/features/catalogue/office-provider.server.ts";
import { helpLines, provider } from "#app/features/catalogue/provider.server.ts";
import { providerDetailsSchema } from "#app/features/catalogue/provider-file.ts";
import { startOfDay } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { courseFolder, slug } from "./edition-folder.ts";

const now = new Date("2026-12-01T10:00:00Z");
const today = startOfDay(now);
const day = (date: string) => startOfDay(new Date(`${date}T12:00:00Z`));
const actorId = "00000000-0000-7000-8000-0000000000b0";
const acts = async (kind: string) =>
  (await db.auditEvent.findMany({ where: { subjectKind: kind }, orderBy: { id: "asc" }, select: { action: true } })).map(
    ({ action }) => action,
  );

const folder = await courseFolder();
beforeAll(async () => {
  await folder.number("2026.1", 3);
  await folder.publish(now);
});

describe("the prices of a course", () => {
  const price = (from: string, to: string | null, amountCents = 29500, minimumQuantity = 1) => ({
    slug,
    amountCents,
    vatTreatment: "standard_21" as const,
    minimumQuantity,
    from: day(from),
    to: to === null ? null : day(to),
    actorId,
  });
  const listed = async (at = now) =>
    (await allPrices(at))[0]?.prices.map(({ amountCents, standing }) => `${amountCents} ${standing}`) ?? [];
  const priceNow = async (at: Date) => {
    const answer = await sellableCourse(db, slug, at, "test");
    return answer.ok ? answer.offer.amountCents : null;
  };

  it("are never asked at the same time, but for another quantity", async () => {
    expect(await addPrice(price("2027-01-01", null), today, now)).toMatchObject({
      ok: false,
      reason: "overlaps",
      with: { amountCents: 9500, lastDay: null },
    });
    expect(await addPrice(price("2027-01-01", null, 8500, 10), today, now)).toEqual({ ok: true });
    expect(await listed()).toEqual(["8500 coming", "9500 in-force"]);
  });

  it("are not changed but ended, and then a new one may begin", async () => {
    const [found] = (await allPrices(now))[0]?.prices.filter(({ standing }) => standing === "in-force") ?? [];
    const id = found?.id ?? "";
    expect(await endPrice({ id, endOfDay: day("2026-12-01"), actorId }, now)).toEqual({ ok: false, reason: "in-past" });
    expect(await endPrice({ id, endOfDay: day("2027-01-01"), actorId }, now)).toEqual({ ok: true });
    expect(await endPrice({ id, endOfDay: day("2027-02-01"), actorId }, now)).toEqual({ ok: false, reason: "not-earlier" });
    expect(await addPrice(price("2026-12-31", null), today, now)).toMatchObject({ ok: false, reason: "overlaps" });
    expect(await addPrice(price("2027-01-01", null), today, now)).toEqual({ ok: true });
    expect(await priceNow(new Date("2026-12-31T22:59:59Z"))).toBe(9500);
    expect(await priceNow(new Date("2026-12-31T23:00:00Z"))).toBe(29500);
    expect(await endPrice({ id, endOfDay: null, actorId }, now)).toEqual({ ok: true });
    expect(await addPrice(price("2026-12-01", "2027-01-01", 12500), today, now)).toEqual({ ok: true });
    expect(await priceNow(now)).toBe(12500);
    expect(await endPrice({ id, endOfDay: null, actorId }, now)).toEqual({ ok: false, reason: "already-over" });
  });

  it("begin neither in the past nor after they end, and only of a course there is", async () => {
    expect(await addPrice(price("2026-11-30", null), today, now)).toEqual({ ok: false, reason: "begins-in-past" });
    expect(await addPrice(price("2027-01-02", "2027-01-02"), today, now)).toEqual({ ok: false, reason: "ends-before-it-begins" });
    expect(await addPrice({ ...price("2028-01-01", null), slug: "weg" }, today, now)).toEqual({ ok: false, reason: "unknown-course" });
    expect(await endPrice({ id: actorId, endOfDay: null, actorId }, now)).toEqual({ ok: false, reason: "unknown-price" });
    expect(await acts("offer")).toEqual([...["added", "ended", "added", "ended", "added"].map((act) => `catalogue.price-${act}`)]);
  });

  it("give way to a price for a while, once that has been seen, and go on after it", async () => {
    // Of another quantity, so that the stories before this one are left alone.
    const running = await addPrice(price("2027-01-01", null, 9500, 3), today, now);
    expect(running).toEqual({ ok: true });
    const discount = price("2027-12-01", "2028-01-01", 7900, 3);
    const question = await addPrice(discount, today, now);
    if (question.ok || question.reason !== "interrupts") throw new Error("A question was expected.");
    expect(question).toMatchObject({ running: { amountCents: 9500, lastDay: null }, amountCents: 7900, to: day("2028-01-01") });
    const ofThree = async () =>
      db.offer.findMany({
        where: { courseSlug: slug, minimumQuantity: 3 },
        orderBy: { validFrom: "asc" },
        select: { amountCents: true, validFrom: true, validTo: true },
      });
    expect(await ofThree()).toHaveLength(1);
    expect(await addPrice({ ...discount, interrupting: actorId }, today, now)).toMatchObject({ reason: "interrupts" });
    const before = (await acts("offer")).length;
    const agreed = { ...discount, interrupting: question.running.id };
    // Pressed twice, it is one.
    expect((await Promise.all([addPrice(agreed, today, now), addPrice(agreed, today, now)])).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await ofThree()).toEqual([
      { amountCents: 9500, validFrom: day("2027-01-01"), validTo: day("2027-12-01") },
      { amountCents: 7900, validFrom: day("2027-12-01"), validTo: day("2028-01-01") },
      { amountCents: 9500, validFrom: day("2028-01-01"), validTo: null },
    ]);
    expect((await acts("offer")).slice(before)).toEqual(["ended", "added", "added"].map((act) => `catalogue.price-${act}`));
    expect(await addPrice(price("2027-12-20", "2028-01-10", 6900, 3), today, now)).toMatchObject({ reason: "overlaps" });
    expect(await addPrice(price("2029-01-01", null, 6900, 3), today, now)).toMatchObject({ reason: "overlaps" });
  });

  it("stay apart though two people add one at the same moment", async () => {
    const wished = { ...price("2030-01-01", "2031-01-01", 100, 5) };
    const answers = await Promise.all([addPrice(wished, today, now), addPrice(wished, today, now)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("an accreditation in the office", () => {
  const facts: AccreditationFacts = {
    register: "SKJ",
    peCourseId: "123456",
    peModuleId: null,
    peEditionId: "9",
    pointsHundredth: 250,
    category: "Scholing",
    status: "granted",
    validFrom: day("2026-11-01"),
    validTo: null,
    editionsCovered: [{ edition: "2026.1", fromRevision: 3 }],
  };
  const standing = async () => (await coursePage(slug, now))?.accreditations[0]?.standing;

  it("is what the course's page says, for the text it shows", async () => {
    expect(await saveAccreditation({ slug, id: null, actorId }, facts, now)).toEqual({ ok: true });
    expect(await standing()).toBe("in-force");
    const course = await courseAccreditations(slug, now);
    expect(course).toMatchObject({ editions: [{ edition: "2026.1", revision: 3 }], accreditations: [{ ...facts, standing: "in-force" }] });
    const id = course?.accreditations[0]?.id ?? "";
    const change = (more: Partial<AccreditationFacts>) => saveAccreditation({ slug, id, actorId }, { ...facts, ...more }, now);
    await change({ editionsCovered: [{ edition: "2026.1", fromRevision: 4 }] });
    expect(await standing()).toBe("other-text");
    await change({ validTo: new Date(now.getTime() - 1) });
    expect(await standing()).toBe("lapsed");
    expect(await change({ editionsCovered: [{ edition: "2031.1", fromRevision: 1 }] })).toEqual({ ok: false, reason: "unknown-edition" });
    expect(await saveAccreditation({ slug, id: actorId, actorId }, facts, now)).toEqual({ ok: false, reason: "unknown-accreditation" });
    expect(await saveAccreditation({ slug: "weg", id: null, actorId }, facts, now)).toEqual({ ok: false, reason: "unknown-course" });
    expect(await acts("accreditation")).toEqual([
      "catalogue.accreditation-added",
      "catalogue.accreditation-changed",
      "catalogue.accreditation-changed",
    ]);
  });
});

describe("the help lines", () => {
  const line = { id: "nieuw", country: "NL" as const, name: "Nieuw", for: "Iemand.", phone: "0800", basis: "to-recheck" as const };

  it("are the file's until the office touches them, and the office's from then on", async () => {
    expect(await helpLinesTakenOver()).toBeNull();
    expect(await helpLineChecked("nl-112", "2026-12-01", actorId, now)).toEqual({ ok: true });
    expect(await helpLinesTakenOver()).toEqual(now);
    await folder.publish(now);
    const { lines, note } = await helpLines();
    expect(lines.find(({ id }) => id === "nl-112")).toMatchObject({ checkedOn: "2026-12-01", basis: "seen" });
    expect(note.nl).not.toBe("");
  });

  it("are added, changed and taken away, each with its trace", async () => {
    await addHelpLine(line, actorId, now);
    expect(await saveHelpLine({ ...line, phone: "0900" }, actorId, now)).toEqual({ ok: true });
    expect((await helpLines()).lines.at(-1)).toMatchObject({ id: "nieuw", phone: "0900" });
    expect(await removeHelpLine("nieuw", actorId, now)).toEqual({ ok: true });
    expect(await removeHelpLine("nieuw", actorId, now)).toEqual({ ok: false, reason: "unknown-line" });
    expect(await acts("help-line")).toEqual(["checked", "added", "changed", "removed"].map((act) => `catalogue.help-line-${act}`));
  });

  it("are never none", async () => {
    const ids = (await helpLines()).lines.map(({ id }) => id);
    for (const id of ids.slice(1)) await removeHelpLine(id, actorId, now);
    expect(await removeHelpLine(ids[0] ?? "", actorId, now)).toEqual({ ok: false, reason: "last-line" });
  });
});

describe("who sells", () => {
  it("is changed field by field; what else is kept with it stays, and the trail says which fields", async () => {
    const row = await db.provider.findUniqueOrThrow({ where: { id: 1 }, select: { details: true } });
    await db.provider.update({
      where: { id: 1 },
      data: { details: { ...(row.details as object), waiting: { offers: [], accreditations: [] } } },
    });
    const { logo: _logo, ...before } = await provider();
    const details = providerDetailsSchema.parse({ ...withoutWaiting(before), tradeName: "De Kring" });
    await saveProvider(details, actorId, now);
    await saveProvider(details, actorId, now);
    expect(await provider()).toMatchObject({ ...details, tradeName: "De Kring", logo: null });
    const after = await db.provider.findUniqueOrThrow({ where: { id: 1 }, select: { details: true } });
    expect(after.details).toHaveProperty("waiting");
    const events = await db.auditEvent.findMany({ where: { subjectKind: "provider" }, select: { data: true } });
    expect(events).toEqual([{ data: { changed: ["tradeName"] } }]);
  });
});

/** What is kept beside the details, and is none of them. */
function withoutWaiting(details: object): object {
  const { waiting: _waiting, ...rest } = details as { waiting?: unknown };
  return rest;
}
