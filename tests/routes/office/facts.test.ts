import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { lessonToCorrect, passageMark } from "#app/features/catalogue/corrections.server.ts";
import { helpLines, provider } from "#app/features/catalogue/provider.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as accreditations } from "#app/routes/office/accreditations.tsx";
import { loader as accreditation, action as saveAccreditation } from "#app/routes/office/accreditations-edit.tsx";
import { loader as lessonPage } from "#app/routes/office/correct-lesson.tsx";
import MadePage, { loader as made, action as told } from "#app/routes/office/correct-made.tsx";
import PassagePage, { action as correct, loader as passagePage } from "#app/routes/office/correct-passage.tsx";
import { loader as patch } from "#app/routes/office/correct-patch.ts";
import { loader as corrections } from "#app/routes/office/correct-start.tsx";
import HelpLinesPage, { loader as lines } from "#app/routes/office/help-lines.tsx";
import { action as checked } from "#app/routes/office/help-lines-checked.tsx";
import HelpLinePage, { loader as linePage, action as saveLine } from "#app/routes/office/help-lines-edit.tsx";
import { action as removeLine } from "#app/routes/office/help-lines-remove.tsx";
import { loader as offers } from "#app/routes/office/offers.tsx";
import AddOfferPage, { action as addOffer, loader as addPage } from "#app/routes/office/offers-add.tsx";
import { action as endOffer, loader as endPage } from "#app/routes/office/offers-end.tsx";
import { loader as providerPage, action as saveProvider } from "#app/routes/office/provider.tsx";
import TodayPage, { loader as today } from "#app/routes/office/today.tsx";
import { courseFolder, slug } from "#tests/features/catalogue/edition-folder.ts";
import { call, now } from "#tests/routes/account/calls.ts";
import { shown } from "./shown.ts";

async function someone(role: "learner" | "office", name: string): Promise<Viewer> {
  const email = `${name.toLowerCase()}@example.nl`;
  const { id } = await db.person.create({ data: { email, emailKey: email, name, role, emailVerifiedAt: now }, select: { id: true } });
  return { id, name, email, locale: "nl", role, emailVerified: true };
}

let office: Viewer;
let learner: Viewer;
let offerId = "";
beforeAll(async () => {
  const folder = await courseFolder();
  // Not the text of the courses themselves: whatever is corrected here is written back to no file of theirs.
  await folder.number("2026.7", 1);
  await folder.publish(now);
  office = await someone("office", "Kantoor");
  learner = await someone("learner", "Sanne");
  offerId = (await db.offer.findFirstOrThrow({ select: { id: true } })).id;
});

const lessonId = "alleen-of-eenzaam";
const place = { slug, edition: "2026.7", lessonId, passage: "2", revision: "1" };
const doors = [
  ["prices", offers, {}, undefined],
  ["a new price", addPage, { slug }, undefined],
  ["to add a price", addOffer, { slug }, {}],
  ["the end of a price", endPage, { id: "" }, undefined],
  ["to end a price", endOffer, { id: "" }, {}],
  ["accreditations", accreditations, {}, undefined],
  ["an accreditation", accreditation, { slug, id: "new" }, undefined],
  ["to save an accreditation", saveAccreditation, { slug, id: "new" }, {}],
  ["the provider", providerPage, {}, undefined],
  ["to save the provider", saveProvider, {}, {}],
  ["help lines", lines, {}, undefined],
  ["a help line", linePage, { id: "nl-112" }, undefined],
  ["to save a help line", saveLine, { id: "nl-112" }, {}],
  ["to have checked a help line", checked, { id: "nl-112" }, {}],
  ["to take a help line away", removeLine, { id: "nl-112" }, {}],
  ["corrections", corrections, {}, undefined],
  ["a lesson to correct", lessonPage, place, undefined],
  ["a passage to correct", passagePage, place, undefined],
  ["to correct", correct, place, {}],
  ["a revision", made, place, undefined],
  ["to have told a register", told, place, {}],
  ["a patch", patch, place, undefined],
] as const;

test.each(doors)("%s: only of the office", async (_name, door, params, fields) => {
  const asked = { path: "/office/x", params: { ...params } as Record<string, string>, ...(fields ? { fields: { ...fields } } : {}) };
  expect((await call(door, { ...asked, viewer: learner })).status).toBe(404);
  expect((await call(door, asked)).location).toMatch(/^\/login/);
});

describe("a price", () => {
  const filled = { amount: "295,00", from: "2027-01-01", to: "", vat: "standard_21", minimum: "1" };
  const add = (fields: Record<string, string>) => call(addOffer, { path: "/office/offers", params: { slug }, viewer: office, fields });

  test("is refused field by field, with what was typed", async () => {
    const { status, refusal } = await add({ amount: "295.50", from: "morgen", to: "ooit", minimum: "0" });
    expect(status).toBe(422);
    expect(Object.keys(refusal.errors).sort()).toEqual(["amount", "from", "minimum", "to", "vat"]);
    expect(refusal.values.amount).toBe("295.50");
  });

  test("for a while is shown in words first, and asks again when other things were filled in", async () => {
    const discount = { ...filled, amount: "79", from: "2026-12-01", to: "2026-12-31" };
    const before = await db.offer.count();
    const question = await add(discount);
    expect([question.status, question.refusal.errors]).toEqual([422, {}]);
    const page = (await call(addPage, { path: "/office/offers", params: { slug }, viewer: office })).body;
    const html = (await shown(AddOfferPage, page, question.body)).replaceAll("\u00a0", " ");
    expect(html).toContain("Van 1 december 2026 tot en met 31 december 2026 € 79,00; daarna weer € 95,00.");
    expect(html).toContain("Zo is het goed: voeg deze prijs toe");
    expect(await db.offer.count()).toBe(before);
    const agree = (question.body.agree as { to: string }).to;
    const changed = await add({ ...discount, to: "2027-01-31", agree });
    expect(changed.body.agree).toMatchObject({ after: expect.stringContaining("31 januari 2027") });
    expect(await db.offer.count()).toBe(before);
    expect((await add({ ...discount, agree })).location).toBe("/office/offers?done=added");
    expect(await db.offer.count()).toBe(before + 2);
    // As it was, for the stories after this one.
    await db.offer.deleteMany({ where: { courseSlug: slug, id: { not: offerId } } });
    await db.offer.update({ where: { id: offerId }, data: { validTo: null }, select: { id: true } });
  });

  test("below what can be paid is refused in words; free is not", async () => {
    const free = { ...filled, from: "2030-01-01", minimum: "7" };
    for (const amount of ["0,01", "0,49"]) expect((await add({ ...free, amount })).refusal.errors.amount).toContain("0,50");
    expect((await add({ ...free, amount: "0" })).status).toBe(303);
    expect((await add({ ...free, amount: "0,50", minimum: "8" })).status).toBe(303);
  });

  test("that would hold together with another is refused in words; once that one ends it is added", async () => {
    expect((await add(filled)).refusal.errors.from).toMatch(/95,00, zonder einde\. Beëindig die prijs eerst/);
    const end = (fields: Record<string, string>) =>
      call(endOffer, { path: "/office/offers", params: { id: offerId }, viewer: office, fields });
    expect((await end({})).refusal.errors).toHaveProperty("when");
    expect((await end({ when: "day", lastDay: "" })).refusal.errors).toHaveProperty("lastDay");
    expect((await end({ when: "day", lastDay: "2026-11-01" })).refusal.errors.lastDay).toMatch(/voorbij/);
    // A last day says when by itself.
    expect((await end({ lastDay: "2026-12-31" })).location).toBe("/office/offers?done=ended");
    expect((await add(filled)).location).toBe("/office/offers?done=added");
    expect((await add({ ...filled, amount: "0", from: "2026-12-01", to: "2026-11-30" })).status).toBe(422);
    const years = { from: "0027-01-01", to: "0027-12-31" };
    expect((await add({ ...filled, ...years })).refusal).toMatchObject({
      values: years,
      errors: { from: expect.any(String), to: expect.any(String) },
    });
    expect((await end({ when: "day", lastDay: "0027-12-31" })).refusal.errors).toHaveProperty("lastDay");
  });
});

describe("an accreditation", () => {
  const filled = { register: "SKJ", points: "2,5", category: "", status: "granted", validFrom: "2026-11-01", validTo: "2027-10-31" };
  const save = (fields: Record<string, string>, id = "new") =>
    call(saveAccreditation, { path: "/office/accreditations", params: { slug, id }, viewer: office, fields });

  test("is refused field by field, with what was typed and ticked", async () => {
    const { status, refusal } = await save({ register: " ", points: "veel", category: "", validFrom: "", validTo: "", covers: "2026.7" });
    expect(status).toBe(422);
    expect(Object.keys(refusal.errors).sort()).toEqual(["points", "register", "status"]);
    expect(refusal.values.covers).toBe("2026.7");
    const wrong = await save({ ...filled, validFrom: "", covers: "2026.7", "from-2026.7": "2" });
    expect(Object.keys(wrong.refusal.errors).sort()).toEqual(["from-2026.7", "validFrom"]);
    for (const validTo of ["2026-10-31", "0027-10-31"])
      expect((await save({ ...filled, validTo })).refusal.errors).toHaveProperty("validTo");
  });

  test("that was only asked for has no points and no days yet; one that was granted has both", async () => {
    const open = { ...filled, register: "Registerplein", points: "", validFrom: "", validTo: "" };
    expect((await save({ ...open, status: "requested" })).status).toBe(303);
    const { id } = await db.accreditation.findFirstOrThrow({ where: { register: "Registerplein" }, select: { id: true } });
    const { body } = await call(accreditation, { path: "/office/accreditations", params: { slug, id }, viewer: office });
    expect(body.fields).toMatchObject({ points: "", validFrom: "", status: "requested" });
    const { refusal } = await save({ ...open, status: "granted" }, id);
    expect(Object.keys(refusal.errors).sort()).toEqual(["points", "validFrom"]);
    expect((await save({ ...open, status: "granted", points: "0", validFrom: "2026-11-01" }, id)).status).toBe(303);
    await db.accreditation.delete({ where: { id }, select: { id: true } });
  });

  test("is kept whole, and comes back into its form as it was typed", async () => {
    expect((await save({ ...filled, peCourseId: "123", covers: "2026.7", "from-2026.7": "1" })).status).toBe(303);
    const { id, validTo } = await db.accreditation.findFirstOrThrow({ select: { id: true, validTo: true } });
    expect(validTo).toEqual(new Date("2027-10-31T22:59:59.999Z"));
    const { body } = await call(accreditation, { path: "/office/accreditations", params: { slug, id }, viewer: office });
    expect(body.fields).toMatchObject({ ...filled, points: "2,50", peCourseId: "123", covers: "2026.7", "from-2026.7": "1" });
    expect((await save(filled, "00000000-0000-7000-8000-0000000000b9")).status).toBe(404);
  });
});

test("the provider is refused field by field, and saved as a whole", async () => {
  const { body } = await call(providerPage, { path: "/office/provider", viewer: office });
  const fields = body.fields as Record<string, string>;
  const save = (more: Record<string, string>) =>
    call(saveProvider, { path: "/office/provider", viewer: office, fields: { ...fields, ...more } });
  const { status, refusal } = await save({
    tradeName: " ",
    "contact.email": "geen adres",
    "note.en": "",
    "dataHandling.nl": "In Nederland.",
  });
  expect(status).toBe(422);
  expect(Object.keys(refusal.errors).sort()).toEqual(["contact.email", "dataHandling.en", "note.en", "tradeName"]);
  expect(refusal.values["contact.email"]).toBe("geen adres");
  const dataHandling = { nl: "In Nederland.", en: "In the Netherlands." };
  await save({ "dataHandling.nl": dataHandling.nl, "dataHandling.en": dataHandling.en });
  expect(await provider()).toMatchObject({ dataHandling });
  expect((await save({ tradeName: "De Kring", vatId: "", crkbo: "on", "note.nl": "", "note.en": "" })).status).toBe(303);
  expect(await provider()).toMatchObject({ tradeName: "De Kring", vatId: null, crkbo: true, note: null, dataHandling: null });
});

test("a help line is refused field by field, saved, checked by phone, and taken away", async () => {
  const save = (id: string, fields: Record<string, string>) =>
    call(saveLine, { path: "/office/help-lines", params: { id }, viewer: office, fields });
  const wrong = await save("new", { name: "", for: "", phone: "bel maar", url: "http://x", hours: "", checkedOn: "2030-01-01" });
  expect(wrong.status).toBe(422);
  expect(Object.keys(wrong.refusal.errors).sort()).toEqual(["checkedOn", "country", "for", "name", "phone", "url"]);
  const filled = { name: "Nieuw", for: "Voor iemand.", phone: "0800-1234", url: "", hours: "dag en nacht", country: "NL", checkedOn: "" };
  expect((await save("new", filled)).location).toBe("/office/help-lines?done=saved");
  const line = (await helpLines()).lines.at(-1);
  expect(line).toEqual({
    id: line?.id,
    name: "Nieuw",
    for: "Voor iemand.",
    phone: "0800-1234",
    hours: "dag en nacht",
    country: "NL",
    basis: "to-recheck",
  });
  const act = (door: typeof checked) =>
    call(door, { path: "/office/help-lines", params: { id: line?.id ?? "" }, viewer: office, fields: { button: "" } });
  expect((await act(checked)).status).toBe(303);
  expect((await helpLines()).lines.at(-1)).toMatchObject({ checkedOn: "2026-11-22", basis: "seen" });
  expect((await act(removeLine)).location).toBe("/office/help-lines?done=removed");
  expect((await act(removeLine)).status).toBe(404);
});

test("a number for emergencies is looked up and never called to test it", async () => {
  const html = await shown(HelpLinesPage, (await call(lines, { path: "/office/help-lines", viewer: office })).body);
  const rowOf = (href: string) => html.split("<tr").find((row) => row.includes(href)) ?? "";
  expect(rowOf("/office/help-lines/nl-112")).toMatch(/nog niet nagekeken.*Vandaag nagekeken.*zonder te bellen/);
  expect(rowOf("/office/help-lines/nl-112")).not.toContain("nagebeld");
  expect(rowOf("/office/help-lines/nl-luisterlijn")).toMatch(/nog niet nagebeld.*Vandaag nagebeld/);
  const page = (await call(linePage, { path: "/office/help-lines", params: { id: "nl-112" }, viewer: office })).body;
  expect(await shown(HelpLinePage, page)).toContain("bel het nooit om te testen");
});

test("the first page of the office tells how many help lines nobody has checked, and where to do so", async () => {
  const html = await shown(TodayPage, (await call(today, { path: "/office", viewer: office })).body);
  const { lines: all } = await helpLines();
  const unchecked = all.filter(({ basis }) => basis !== "seen").length;
  expect(html).toContain(`${unchecked} van de ${all.length} hulplijnen bij de lessen zijn nog door niemand nagegaan.`);
  expect(html).toContain('href="/office/help-lines"');
});

describe("a correction", { timeout: 60_000 }, () => {
  const send = (fields: Record<string, string>, params: Record<string, string> = place) =>
    call(correct, { path: "/office/corrections", params, viewer: office, fields });

  test("keeps what was typed, and says what the check found", async () => {
    const { body } = await call(passagePage, { path: "/office/corrections", params: place, viewer: office });
    const mark = String(body.mark);
    const empty = await send({ mark, text: "", reason: "" });
    expect([empty.status, Object.keys(empty.refusal.errors).sort()]).toEqual([422, ["material", "reason", "text"]]);
    const text = "Van de bezoekers komt 40 procent terug.";
    const refused = await send({ mark, text, reason: "Zomaar.", material: "no" });
    expect(refused.status).toBe(422);
    expect(refused.refusal.values).toMatchObject({ text, reason: "Zomaar.", material: "no" });
    expect(refused.body.problems).toMatchObject([{ courseSlug: slug, message: expect.stringContaining("klinkt als een feit") }]);
    const html = await shown(PassagePage, body, refused.body);
    expect(html).toContain("Deze zin klinkt als een feit en noemt geen bewering: ‘Van de bezoekers komt 40 procent terug.’");
    expect(html).toContain("Schrijf de zin zonder getal");
    expect(html).not.toMatch(/claims\.yaml|:weighed|regel \d/);
    // The claims of the lesson are there to choose from, and none that nobody supports.
    expect(html).toMatch(/<details[^>]* open/);
    expect(html.replaceAll("<!-- -->", "")).toContain("<code>[@D01]</code>");
    expect(html).toContain("Alleen zijn is een feit.");
    expect(html.replaceAll("<!-- -->", "")).not.toContain("[@A01]</code>");
    const unknown = await send({ mark, text: "Dat is zo. [@X99]", reason: "Zomaar.", material: "no" });
    expect(await shown(PassagePage, body, unknown.body)).toContain("Bewering X99 kent deze scholing niet.");
    const stale = await send({ mark: "anders", text, reason: "Zomaar.", material: "no" });
    expect(stale.refusal.errors.text).toMatch(/intussen gewijzigd/);
    // The text they saw is what they correct, until they were shown another.
    expect([empty, refused, stale].map(({ refusal }) => refusal.values.mark)).toEqual([mark, mark, undefined]);
    const gone = await send({ mark: "anders", text, reason: "Zomaar.", material: "no" }, { ...place, passage: "9999" });
    expect(gone.refusal.errors.text).toMatch(/niet meer/);
    expect((await call(passagePage, { path: "/x", params: { ...place, passage: "9999" }, viewer: office })).status).toBe(404);
  });

  test("is published in the name of who made it, and a register that must hear of it is named until it was told", async () => {
    const lesson = await lessonToCorrect(slug, "2026.7", lessonId);
    const passage = lesson?.passages.find(({ text }) => text.includes("grijze dinsdag"));
    if (!passage) throw new Error("the passage should be there");
    const fields = {
      mark: passageMark(passage.text),
      text: passage.text.replace("grijze", "natte"),
      reason: "Het regende.",
      material: "yes",
    };
    const answer = await send(fields, { ...place, passage: String(passage.index) });
    expect(answer.location).toBe(`/office/revisions/${slug}/2026.7/2?done=corrected`);
    const params = { ...place, revision: "2" };
    const { body } = await call(made, { path: "/office/revisions", params, viewer: office });
    const html = await shown(MadePage, body);
    expect(html).toContain("Stuur het bestand hieronder naar wie de bestanden bewaart");
    expect(html).not.toMatch(/courses\/|patch</);
    expect(body.revision).toMatchObject({ author: "Kantoor", reason: "Het regende.", material: true, folder: "other" });
    const [notice] = body.notices as { accreditationId: string; register: string; reportedOn: Date | null }[];
    expect(notice).toMatchObject({ register: "SKJ", reportedOn: null });
    const id = notice?.accreditationId ?? "";
    const tell = (more: Record<string, string>) =>
      call(told, { path: "/office/revisions", params, viewer: office, fields: { accreditationId: id, ...more } });
    expect(Object.keys((await tell({})).refusal.errors)).toEqual([`told-${id}`, `on-${id}`]);
    expect((await tell({ [`told-${id}`]: "on", [`on-${id}`]: "2026-11-23" })).refusal.errors).toHaveProperty(`on-${id}`);
    const start = async () => (await call(corrections, { path: "/office/corrections", viewer: office })).body.toReport;
    expect(await start()).toMatchObject([{ register: "SKJ", revision: 2 }]);
    expect((await tell({ [`told-${id}`]: "on", [`on-${id}`]: "2026-11-22" })).status).toBe(303);
    expect(await start()).toEqual([]);
    expect((await call(patch, { path: "/x", params, viewer: office })).status).toBe(200);
  });
});
